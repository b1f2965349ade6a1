import { connection } from "next/server";
import { log } from "@/lib/log";
import { explainDatabaseFailure } from "@/lib/site/database-failures";

/** What is answered instead. */
interface Otherwise {
  /** Where the site has no such service. */
  closed(): Response | Promise<Response>;
  /** Where a database fails. */
  unavailable(): Response | Promise<Response>;
}

/**
 * Answers a request with a service of the comments' database, and refreshes afterwards what has changed. Where that
 * database fails, or the content store, which knows the posts, the operator is told which and why.
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
    const message = explainDatabaseFailure(thrown);
    if (message === undefined) throw thrown;
    log("error", "a request about comments can't be answered", { message });
    return otherwise.unavailable();
  }
}
