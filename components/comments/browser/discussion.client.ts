/** A section of comments that has come to life. */
export interface Discussion {
  section: HTMLElement;
  replies: Replies;
}

/** Where the form of a section stands. */
export interface Replies {
  /** The comment that is being answered, where it is on the page. */
  parent(): HTMLElement | undefined;
  /** Takes the form back to its own place. */
  goHome(): void;
}
