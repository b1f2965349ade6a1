import { fileURLToPath } from "node:url";
import { answers, RunningServer } from "@/lib/processes/running-server";

export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs `npm run COMMAND`, as an operator does, and waits until the site answers.
 * @param environment in addition to what keeps it apart from the site of this machine
 */
export async function startSite(
  command: "start" | "dev",
  {
    contentDirectory,
    port,
    environment = {},
  }: { contentDirectory: string; port: number; environment?: Record<string, string> },
): Promise<RunningServer> {
  const origin = `http://localhost:${port}`;
  const site = new RunningServer({
    command: ["npm", "run", command],
    cwd: root,
    env: {
      // Never the stores that the operator of this machine has set.
      CONTENT_DIR: contentDirectory,
      CONTENT_DATABASE_URL: "",
      COMMENTS_DATABASE_URL: `file:.masthead/comments-e2e-${port}.db`,
      PORT: String(port),
      SITE_URL: origin,
      REVALIDATE_SECRET: "",
      ...environment,
    },
    origin,
    isUp: answers(origin),
  });
  await site.start();
  return site;
}
