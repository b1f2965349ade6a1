/** What a request has to be held against: the site's own address, and how it learns who asks. */
export interface SiteOfRequest {
  /** Public address, without a slash at the end. */
  siteUrl: string;
  /** In lower case; nothing where readers connect to us without a proxy between. */
  clientAddressHeader?: string;
}
