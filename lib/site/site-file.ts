/** Where a publication says what it is, relative to the content folder. */
export const siteFile = "site.yaml";
