import path from "node:path";
import type { SiteHeaders } from "@/lib/server/site-headers";
import type { StaticFolder } from "@/lib/server/static-files";
import { frameworkRoots, publicFolders } from "@/lib/urls";

const forEver = "public, max-age=31536000, immutable";

/** A picture that was replaced under its name shows after a day, or as soon as a browser has asked in the background. */
const forADay = "public, max-age=86400, stale-while-revalidate=604800";

/** What the build has made under names of its own, which only our pages load; the one header that such files need. */
export const ofTheBuild = (): string[] => [
  ...["X-Content-Type-Options", "nosniff"],
  ...["Cross-Origin-Resource-Policy", "same-origin"],
];

/** Where static files lie, those with the longest path first. @param root absolute path of the project */
export const listStaticFolders = (root: string, headers: SiteHeaders): StaticFolder[] => [
  {
    prefix: `${frameworkRoots[0]}/static/`,
    folder: path.join(root, ".next/static"),
    isOfBuild: true,
    cacheControl: forEver,
    headers: ofTheBuild,
  },
  {
    prefix: `${publicFolders.scripts}/`,
    folder: path.join(root, "public", publicFolders.scripts),
    isOfBuild: true,
    cacheControl: forEver,
    headers: ofTheBuild,
  },
  {
    prefix: "/",
    folder: path.join(root, "public"),
    isOfBuild: false,
    cacheControl: forADay,
    headers: () => headers.common(),
  },
];
