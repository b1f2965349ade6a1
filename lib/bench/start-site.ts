import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { type Site, siteEnvironment } from "@/lib/bench/content-command";
import type { Session } from "@/lib/bench/session";
import { findFreePort } from "@/lib/processes/find-free-port";
import {
  answers,
  RunningServer,
  type ServerCommand,
  ServerStartError,
} from "@/lib/processes/running-server";
import { healthUrl } from "@/lib/urls";

/** The environment of commands that build and serve a site: one address for all, so that the build's pages are its own. */
export const servingEnvironment = (site: Site): Record<string, string> => ({
  ...siteEnvironment(site),
  SITE_URL: "https://bench.example",
});

/**
 * Starts the site of `npm start` on a free port and waits until it answers.
 * @param env in addition to what the site itself needs
 * @throws BenchmarkError with its output where it ends before that
 */
export async function startSite(
  session: Session,
  site: Site,
  env: Record<string, string> = {},
): Promise<RunningServer> {
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  return startServer(session, {
    command: ["npm", "start"],
    env: { ...servingEnvironment(site), PORT: String(port), ...env },
    origin,
    isUp: answers(origin + healthUrl),
    isMeasured: true,
  });
}

/**
 * Starts a server that lives as long as the run at the most.
 * @throws BenchmarkError with its output where it ends before it can be used
 */
export async function startServer(
  { root, resources }: Session,
  command: ServerCommand,
): Promise<RunningServer> {
  const server = new RunningServer({ cwd: root, signal: resources.signal, ...command });
  try {
    await server.start();
  } catch (thrown) {
    if (thrown instanceof ServerStartError) throw new BenchmarkError(thrown.message);
    throw thrown;
  }
  return server;
}
