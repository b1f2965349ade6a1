/**
 * What is known in this process of revalidated cache tags. Two measures of time, since a page may have been rendered
 * here or on another server:
 *
 * - a *moment* is this process's own clock, in milliseconds. What was rendered here is fresh when its rendering began
 *   after all revalidations of its tags were learnt: they are told after the content has changed.
 * - a *position* orders revalidations for all servers and all restarts. What another server or an earlier process
 *   rendered is fresh when it knew, as its rendering began, all revalidations of its tags. No two clocks are compared.
 *   Positions grow with the clock of whoever gives them (microseconds since 1970), so that a build, which knows none,
 *   can be compared with them by its time.
 */
export interface Mark {
  moment: number;
  position: number;
}

interface Revalidation extends Mark {
  /** The newest one that took something away; what was rendered before it is shown to nobody, whatever happens. */
  withdrawn: Mark | undefined;
}

/** Tags remembered one by one; of older ones it is only known that everything from before them is stale. */
export const maxTags = 50_000;

/** Position of a revalidation that the others haven't been told of yet: newer than anything from elsewhere. */
export const undelivered = Number.POSITIVE_INFINITY;

export class Revalidations {
  readonly #now: () => number;
  /** In the order in which they were learnt. */
  readonly #tags = new Map<string, Revalidation>();
  /** What is older than this is stale whatever its tags. */
  #floor: Mark = { moment: -1, position: -1 };
  #position = 0;

  /** @param now milliseconds, never going back */
  constructor(now: () => number = () => performance.timeOrigin + performance.now()) {
    this.#now = now;
  }

  /** The newest position that is known here; 0 where there is none. */
  get position(): number {
    return this.#position;
  }

  /** Position before which everything is stale; -1 where there is none. */
  get floor(): number {
    return this.#floor.position;
  }

  /** What is known now: taken before a page's rendering begins. */
  mark(): Mark {
    return { moment: this.#now(), position: this.#position };
  }

  /**
   * Takes note that what carries one of these tags is stale from now on.
   * @param withdraws whether something may have been taken away: where that isn't known, it may
   */
  learn(tags: readonly string[], position: number, withdraws = true): void {
    const moment = this.#now();
    for (const tag of tags) {
      const withdrawn = withdraws ? { moment, position } : this.#tags.get(tag)?.withdrawn;
      this.#tags.delete(tag);
      this.#tags.set(tag, { moment, position, withdrawn });
    }
    this.reach(position);
    if (this.#tags.size > maxTags) this.#forgetOldest();
  }

  /** Takes note of a revalidation that was found in what all share, perhaps not for the first time. */
  hear(tag: string, position: number, withdraws = true): void {
    const known = this.#tags.get(tag)?.position ?? -1;
    if (known === undelivered) this.learn([tag], undelivered, withdraws);
    else if (position > known) this.learn([tag], position, withdraws);
    this.reach(position);
  }

  /** Takes note of the position of what was undelivered; a tag that was revalidated again meanwhile stays undelivered. */
  deliver(tags: readonly string[], position: number, before: Mark): void {
    for (const tag of tags) {
      const known = this.#tags.get(tag);
      if (known?.position !== undelivered || known.moment > before.moment) continue;
      known.position = position;
      if (known.withdrawn?.position === undelivered) known.withdrawn.position = position;
    }
  }

  /** Takes note that everything from before a position is stale; and everything that was rendered here until now. */
  raiseFloor(position: number): void {
    if (position <= this.#floor.position) return;
    this.#floor = { moment: this.#now(), position };
    this.reach(position);
  }

  /** Takes note that there is nothing new up to a position. */
  reach(position: number): void {
    if (position !== undelivered) this.#position = Math.max(this.#position, position);
  }

  /** Whether what was rendered here since `mark` was taken is still right. */
  isFresh(tags: readonly string[], moment: number): boolean {
    if (moment <= this.#floor.moment) return false;
    return tags.every((tag) => moment > (this.#tags.get(tag)?.moment ?? -1));
  }

  /** Whether what was rendered elsewhere, with all revalidations up to `position` known, is still right. */
  isFreshSince(tags: readonly string[], position: number): boolean {
    if (position < this.#floor.position) return false;
    return tags.every((tag) => position >= (this.#tags.get(tag)?.position ?? -1));
  }

  /**
   * Whether what was rendered here since `moment` may be shown although it is out of date: nothing that it shows has been
   * taken away since, as far as that is known.
   */
  mayBeShown(tags: readonly string[], moment: number): boolean {
    if (moment <= this.#floor.moment) return false;
    return tags.every((tag) => moment > (this.#tags.get(tag)?.withdrawn?.moment ?? -1));
  }

  /** The same of what was rendered elsewhere, with all revalidations up to `position` known. */
  mayBeShownSince(tags: readonly string[], position: number): boolean {
    if (position < this.#floor.position) return false;
    return tags.every((tag) => position >= (this.#tags.get(tag)?.withdrawn?.position ?? -1));
  }

  /** The newest moment at which one of these tags was revalidated; 0 where none ever was. */
  lastMoment(tags: readonly string[]): number {
    return tags.reduce((last, tag) => Math.max(last, this.#tags.get(tag)?.moment ?? 0), 0);
  }

  /** Every tag with its position, and that of the last time that something was taken away; oldest first. */
  *[Symbol.iterator](): IterableIterator<
    [tag: string, position: number, withdrawn: number | undefined]
  > {
    for (const [tag, { position, withdrawn }] of this.#tags) {
      yield [tag, position, withdrawn?.position];
    }
  }

  /** Half of them at once, so that it is rare. */
  #forgetOldest(): void {
    let { moment, position } = this.#floor;
    for (const [tag, revalidation] of this.#tags) {
      if (this.#tags.size <= maxTags / 2) break;
      // The others must be told of it first.
      if (revalidation.position === undelivered) continue;
      moment = Math.max(moment, revalidation.moment);
      position = Math.max(position, revalidation.position);
      this.#tags.delete(tag);
    }
    this.#floor = { moment, position };
  }
}
