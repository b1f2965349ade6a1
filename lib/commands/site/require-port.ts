import { once } from "node:events";
import { createServer } from "node:net";
import { isFileSystemError } from "@/lib/ingest/file-system-error";

/** The port of the site can't be had. */
class PortError extends Error {
  override name = "PortError";
}

/** What the system answers, and what helps. */
const answers: Readonly<Record<string, (port: number, host?: string) => string>> = {
  EADDRNOTAVAIL: (_, host) => wrongHost(host),
  ENOTFOUND: (_, host) => wrongHost(host),
  EADDRINUSE: (port) =>
    `port ${port} is taken, perhaps by this site; stop what runs there, or set PORT to another one`,
  EACCES: (port) =>
    `port ${port} may be used by root alone; set PORT to one above 1023, behind a reverse proxy`,
};

const wrongHost = (host = ""): string =>
  `HOST=${host} is no address of this machine; name one of its interfaces, such as 127.0.0.1, or leave it unset for all`;

/**
 * Asked before anything is built or begun: a build would pull the files from under a site that is running, and Next.js tells
 * it in a page of stack.
 * @throws PortError
 */
export async function requirePort(port: number, host?: string): Promise<void> {
  const probe = createServer().listen({ port, ...(host === undefined ? {} : { host }) });
  try {
    await once(probe, "listening");
  } catch (thrown) {
    const explain = isFileSystemError(thrown) ? answers[thrown.code ?? ""] : undefined;
    throw explain === undefined ? thrown : new PortError(explain(port, host));
  }
  probe.close();
  await once(probe, "close");
}
