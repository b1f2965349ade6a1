/** What the pipeline has to know about a post besides its body. */
export interface BodyContext {
  title: string;
  /** The source's address, as in the front matter. */
  from?: string;
  /** Absolute path of `public/`, for the sizes of local pictures. */
  publicDirectory: string;
  /** Pages of this site besides those that its addresses tell by their form, such as `/about`. */
  ownPages: readonly string[];
  /** Is told of a picture in whose place something stands that can't be read. */
  onOddPicture?: (src: string, what: string) => void;
}
