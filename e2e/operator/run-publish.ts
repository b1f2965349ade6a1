import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
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

/** Runs any command of the project to its end, and gives its exit code with all that it says. */
export async function runCommand(
  { contentDirectory, port }: Folder,
  command: "publish" | "content" | "check",
  ...args: string[]
): Promise<{ code: number | null; output: string }> {
  const child = spawn("npm", ["run", "-s", command, "--", ...args], {
    cwd: root,
    env: environmentOf(contentDirectory, port),
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const [code] = await once(child, "close");
  return { code, output };
}

/** Starts `npm run publish -- --watch`. */
export const startWatching = ({ contentDirectory, port }: Folder): ChildProcess =>
  spawn("npm", ["run", "-s", "publish", "--", "--watch"], {
    cwd: root,
    env: environmentOf(contentDirectory, port),
  });
