/**
 * Says what goes wrong with work that is tried again and again, once: the same words right after themselves are left out.
 * @param say where it is said
 * @returns says it; to be called with nothing when the work has succeeded, after which the same is said again
 */
export function createSayOnce(say: (message: string) => void): (message?: string) => void {
  let last: string | undefined;
  return (message) => {
    if (message !== undefined && message !== last) say(message);
    last = message;
  };
}
