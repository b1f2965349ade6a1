import { connection } from "next/server";
import { isDatabaseError } from "@/lib/comments/store/is-database-error";
import { log } from "@/lib/log";

/** What is answered instead. */
interface Otherwise {
  /** Where the site has no such service. */
  closed(): Response | Promise<Response>;
  /** Where the comments' database fails. */
  unavailable(): Response | Promise<Response>;
}

/**
 * Answers a request with a service of the comments' database, and refreshes afterwards what has changed. Where the
 * database fails, the operator is told why.
 */
export async function answerFromStore<Service extends { refreshThreads(): Promise<void> }>(
  request: Request,
  findService: () => Promise<Service | undefined>,
  answer: (service: Service) => Promise<Response>,
  otherwise: Otherwise,
): Promise<Response> {
  // Nothing here can be answered during the build.
  await connection();
  try {
    const service = await findService();
    if (service === undefined) return await otherwise.closed();
    const response = await answer(service);
    // Also where nothing was changed now: it may be the second try of something that was.
    if (request.method === "POST") await service.refreshThreads();
    return response;
  } catch (thrown) {
    if (!isDatabaseError(thrown)) throw thrown;
    log("error", "the comments' database can't be used", { message: thrown.message });
    return otherwise.unavailable();
  }
}
