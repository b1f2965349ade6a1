import { shortHash } from "@/lib/site/short-hash";

/** Name of the `<meta>` that says which state of its content a page was rendered from. */
export const contentVersionName = "content-version";

/** 60 bits over what a page shows, the same for all that read it from one state of the store. */
export const contentVersion = (content: unknown): string => shortHash(JSON.stringify(content), 12);
