import {
  challengeUrl,
  commentsApiUrl,
  dueUrl,
  type Endpoint,
  healthUrl,
  liveUrl,
  metricsUrl,
  moderationBlocksUrl,
  moderationLoginUrl,
  moderationLogoutUrl,
  moderationLogUrl,
  moderationUrl,
  ownCommentsUrl,
  revalidateUrl,
  roots,
  webhookUrl,
} from "@/lib/urls";

type Methods = readonly ("GET" | "POST")[];

/** What each endpoint takes, as its `route.ts` exports it; a test holds them against each other. */
export const endpointMethods: Record<Endpoint, Methods> = {
  [commentsApiUrl]: ["GET", "POST"],
  [ownCommentsUrl]: ["GET", "POST"],
  [challengeUrl]: ["GET"],
  [healthUrl]: ["GET"],
  [liveUrl]: ["GET"],
  [metricsUrl]: ["GET"],
  [revalidateUrl]: ["POST"],
  [webhookUrl]: ["POST"],
  [dueUrl]: ["GET"],
  [moderationUrl]: ["GET", "POST"],
  [moderationBlocksUrl]: ["GET", "POST"],
  [moderationLogUrl]: ["GET"],
  [moderationLoginUrl]: ["GET", "POST"],
  [moderationLogoutUrl]: ["GET", "POST"],
};

const known = new Map<string, Methods>(Object.entries(endpointMethods));

/** Where forms and machines send something; what isn't there is said by whoever looks for it. */
const takingPosts = [roots.machines, roots.desk];

/** @returns the methods that an address may be asked with, in the order of the alphabet */
export function findAllowed(url: string): readonly string[] {
  const query = url.indexOf("?");
  const path = query < 0 ? url : url.slice(0, query);
  const methods = known.get(path);
  if (methods === undefined && !takingPosts.some((root) => path.startsWith(`${root}/`))) {
    return ["GET", "HEAD"];
  }
  const taken: Methods = methods ?? ["GET", "POST"];
  return [
    ...(taken.includes("GET") ? ["GET", "HEAD"] : []),
    "OPTIONS",
    ...(taken.includes("POST") ? ["POST"] : []),
  ];
}
