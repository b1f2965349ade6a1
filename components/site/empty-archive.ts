/**
 * Next asks for at least one example of every address with parameters. A publication without posts has none to give;
 * this one is not found.
 */
export const emptyArchiveSlug = "none-yet";
