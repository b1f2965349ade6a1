import { readdirSync } from "node:fs";
import path from "node:path";
import type { HeaderList } from "@/lib/server/send-body";
import type { SiteHeaders } from "@/lib/server/site-headers";
import type { StaticFolder } from "@/lib/server/static-files";
import { frameworkRoots, publicFolders } from "@/lib/urls";

/** Under a name that tells what is in it. */
const forEver = ["Cache-Control", "public, max-age=31536000, immutable"];

/** A picture that was replaced under its name shows after a day, or as soon as a browser has asked in the background. */
const forADay = ["Cache-Control", "public, max-age=86400, stale-while-revalidate=604800"];

/** It may change with any build. */
const forAnHour = ["Cache-Control", "public, max-age=3600"];

/** What files need that the build has made, and only our pages load. */
export const ofTheBuild: HeaderList = [
  ...["X-Content-Type-Options", "nosniff"],
  ...["Cross-Origin-Resource-Policy", "same-origin"],
];

/**
 * Where static files lie; what is inside of another folder stands before it.
 * @param root absolute path of the project
 */
export function listStaticFolders(root: string, headers: SiteHeaders): StaticFolder[] {
  const ofPublic = (folder: string) => path.join(root, "public", folder);
  return [
    {
      prefix: `${frameworkRoots[0]}/static/`,
      folder: path.join(root, ".next/static"),
      isOfBuild: true,
      headers: () => [...ofTheBuild, ...forEver],
    },
    ...listVersions(ofPublic(publicFolders.scripts)).map((version) => ({
      prefix: `${publicFolders.scripts}/${version}/`,
      folder: ofPublic(`${publicFolders.scripts}/${version}`),
      isOfBuild: true,
      headers: () => [...ofTheBuild, ...forEver],
    })),
    {
      prefix: `${publicFolders.scripts}/`,
      folder: ofPublic(publicFolders.scripts),
      isOfBuild: false,
      headers: () => [...ofTheBuild, ...forAnHour],
    },
    {
      prefix: "/",
      folder: ofPublic(""),
      isOfBuild: false,
      headers: () => [...headers.common(), ...forADay],
    },
  ];
}

/** Folders of scripts, each named by what is in it (lib/commands/build/bundle-scripts.ts). */
const listVersions = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
