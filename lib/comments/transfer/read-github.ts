import { z } from "zod";
import type {
  ArchivedComment,
  ArchivedThread,
  CommentArchive,
  Skipped,
} from "@/lib/comments/transfer/comment-archive";

/**
 * Comments of giscus (discussions) and utterances (issues) as GitHub gives them out: what GraphQL answers for
 * `repository { discussions { nodes { … } } }` or `issues`, pages of it in a list (`gh api graphql --paginate --slurp`),
 * `gh issue list --json number,title,url,body,comments`, or `{"issues": […], "comments": […]}` with the two lists of the
 * REST interface.
 */

const user = z
  .looseObject({ login: z.string(), url: z.string().optional(), html_url: z.string().optional() })
  .nullish();

const id = z.union([z.string(), z.number()]).transform(String);

const instant = z.string().refine((text) => !Number.isNaN(Date.parse(text)), "is no date");

/** GraphQL's names, and REST's. */
const commentFormat = z
  .looseObject({
    id,
    node_id: z.string().optional(),
    author: user,
    user,
    body: z.string(),
    createdAt: instant.optional(),
    created_at: instant.optional(),
    lastEditedAt: instant.nullish(),
    isMinimized: z.boolean().optional(),
    minimizedReason: z.string().nullish(),
    deletedAt: z.string().nullish(),
    replyTo: z.looseObject({ id }).nullish(),
    replies: z.unknown().optional(),
  })
  .refine((comment) => comment.createdAt ?? comment.created_at, {
    error: "is missing",
    path: ["createdAt"],
  });

const threadFormat = z.looseObject({
  number: z.number().optional(),
  title: z.string(),
  url: z.string().optional(),
  html_url: z.string().optional(),
  body: z.string().nullish(),
  comments: z.unknown().optional(),
});

type Thread = z.infer<typeof threadFormat>;

/** REST's comments say which issue they belong to by its address alone. */
const loneFormat = z.looseObject({ issue_url: z.string() });

/** @param file name for messages */
export function readGithub(json: unknown, file: string): CommentArchive {
  const comments: ArchivedComment[] = [];
  const skipped: Skipped[] = [];
  const lone = findLone(json);
  for (const [index, given] of listThreads(json).entries()) {
    const parsed = threadFormat.safeParse(given);
    if (!parsed.success) {
      skipped.push({ place: `${file}: thread ${index + 1}`, reason: say(parsed.error) });
      continue;
    }
    const thread = parsed.data;
    const label = `thread ${thread.number === undefined ? index + 1 : `#${thread.number}`}`;
    const own = [...listNodes(thread.comments), ...(lone.get(String(thread.number)) ?? [])];
    const archived = toThread(thread, index);
    const take = (entry: unknown, place: string, parentKey?: string) => {
      const comment = toComment(entry, { place, thread: archived, parentKey });
      if ("reason" in comment) skipped.push(comment);
      else comments.push(comment);
      return "reason" in comment ? undefined : comment.key;
    };
    skipped.push(...findMissing(thread.comments, `${file}: ${label}`));
    for (const [position, entry] of own.entries()) {
      const place = `${file}: ${label}, comment ${position + 1}`;
      const key = take(entry, place);
      skipped.push(...findMissing(repliesOf(entry), place));
      for (const [turn, reply] of listNodes(repliesOf(entry)).entries()) {
        take(reply, `${place}, reply ${turn + 1}`, key);
      }
    }
  }
  return { source: "github", comments, skipped };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Where GitHub's answers put lists of threads. */
const containers = ["data", "repository", "search", "discussions", "discussion", "issues", "issue"];

/** Threads, wherever the file has them. */
function listThreads(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(listThreads);
  if (!isObject(value)) return [];
  // REST counts pull requests among issues.
  if ("pull_request" in value) return [];
  if ("title" in value) return [value];
  return ["nodes", ...containers].flatMap((name) => listThreads(value[name]));
}

/** By the number of the issue. */
function findLone(json: unknown): ReadonlyMap<string, unknown[]> {
  const found = new Map<string, unknown[]>();
  const given = isObject(json) && Array.isArray(json.comments) ? json.comments.flat() : [];
  for (const entry of given) {
    const issue = loneFormat.safeParse(entry).data?.issue_url.match(/\d+$/)?.[0];
    if (issue !== undefined) found.set(issue, [...(found.get(issue) ?? []), entry]);
  }
  return found;
}

/** A list as it is, or in GraphQL's wrapping; REST's number of comments is none. */
function listNodes(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isObject(value) && Array.isArray(value.nodes) ? value.nodes : [];
}

/** GraphQL gives at most a hundred at once, and says how many there are, if it was asked. */
function findMissing(value: unknown, place: string): Skipped[] {
  const total = isObject(value) ? value.totalCount : undefined;
  const missing = typeof total === "number" ? total - listNodes(value).length : 0;
  return missing > 0 ? [{ place, reason: `${missing} of its ${total} are not in the file` }] : [];
}

const repliesOf = (entry: unknown): unknown => (isObject(entry) ? entry.replies : undefined);

/**
 * giscus and utterances name a thread by the page's path, its address or its title, as the site had chosen, and write the
 * page's address into the body.
 */
function toThread({ number, title, body }: Thread, index: number): ArchivedThread {
  const linked = [...(body ?? "").matchAll(/https?:\/\/[^\s<>()"'\]]+/g)].map(
    ([address]) => address,
  );
  const isPath = !/\s/.test(title);
  return {
    key: String(number ?? `entry ${index + 1}`),
    ids: isPath ? [title] : [],
    addresses: [...(isPath ? [title] : []), ...linked.toReversed()],
    title,
  };
}

function toComment(
  entry: unknown,
  {
    place,
    thread,
    parentKey,
  }: { place: string; thread: ArchivedThread; parentKey?: string | undefined },
): ArchivedComment | Skipped {
  const parsed = commentFormat.safeParse(entry);
  if (!parsed.success) return { place, reason: say(parsed.error) };
  const comment = parsed.data;
  // GitHub shows as "ghost" whoever has left.
  const { login, url, html_url } = comment.author ?? comment.user ?? { login: "ghost" };
  const parent = parentKey ?? (comment.replyTo ? `github:${comment.replyTo.id}` : undefined);
  const website = html_url ?? url;
  return {
    key: `github:${comment.node_id ?? comment.id}`,
    thread,
    place,
    name: login,
    writer: login,
    text: comment.body,
    createdAt: Date.parse(comment.createdAt ?? comment.created_at ?? ""),
    status: statusOf(comment),
    ...(parent === undefined ? {} : { parentKey: parent }),
    ...(website?.startsWith("https://github.com/") ? { website } : {}),
    ...(comment.lastEditedAt ? { editedAt: Date.parse(comment.lastEditedAt) } : {}),
  };
}

function statusOf({ deletedAt, isMinimized, minimizedReason }: z.infer<typeof commentFormat>) {
  if (deletedAt) return "deleted";
  if (!isMinimized) return "visible";
  return minimizedReason?.toLowerCase() === "spam" ? "spam" : "hidden";
}

const say = ({ issues: [issue] }: z.ZodError): string =>
  issue ? `${issue.path.join(".") || "it"}: ${issue.message}` : "it can't be read";
