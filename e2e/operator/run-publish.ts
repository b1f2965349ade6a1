import { type ChildProcess, execFile, spawn } from "node:child_process";
import { promisify } from "node:util";

import { root } from "../start-site";

const environmentOf = (contentDirectory: string, port: number) => ({
  ...process.env,
  CONTENT_DIR: contentDirectory,
  CONTENT_DATABASE_URL: "",
  PORT: String(port),
  SITE_URL: "",
  REVALIDATE_SECRET: "",
});

interface Folder {
  contentDirectory: string;
  port: number;
}

/** Runs `npm run publish` to its end, as an editor does; fails where it fails. */
export const runPublish = async (folder: Folder, ...args: string[]): Promise<string> =>
  (await publishAloud(folder, ...args)).stdout;

/** The same, with what is wrong in the files. */
export const publishAloud = (
  { contentDirectory, port }: Folder,
  ...args: string[]
): Promise<{ stdout: string; stderr: string }> =>
  promisify(execFile)("npm", ["run", "-s", "publish", "--", ...args], {
    cwd: root,
    env: environmentOf(contentDirectory, port),
  });

/** Starts `npm run publish -- --watch`. */
export const startWatching = ({ contentDirectory, port }: Folder): ChildProcess =>
  spawn("npm", ["run", "-s", "publish", "--", "--watch"], {
    cwd: root,
    env: environmentOf(contentDirectory, port),
  });
