import path from "node:path";
import type { Benchmark } from "@/lib/bench/benchmark";
import type { Discussion } from "@/lib/bench/comments/discussion";
import { startLibsqlServer } from "@/lib/bench/comments/libsql-server";
import { measureApproval } from "@/lib/bench/comments/measure-approval";
import { measureKill } from "@/lib/bench/comments/measure-kill";
import { measurePage } from "@/lib/bench/comments/measure-page";
import { measureWriting } from "@/lib/bench/comments/measure-writing";
import { writePosts } from "@/lib/bench/comments/write-posts";
import type { Session } from "@/lib/bench/session";
import { startSite } from "@/lib/bench/start-site";
import type { Row } from "@/lib/bench/table";

/** Posts that are written under in turn; one more gets a thousand comments. */
const postCount = 20;

const password = "of the benchmark";

/** `npm run bench -- comments`: a crowd that writes, a server that dies meanwhile, approval, the size of a page. */
export const commentsBenchmark: Benchmark = {
  about:
    "readers who write at once, a server that is killed meanwhile, approval, size of a page; SQLD_PATH names a libSQL server's program",
  options: {
    writers: { type: "string", value: "N", about: "readers who write at once; 200" },
    comments: { type: "string", value: "N", about: "that they write together; 5,000" },
  },
  columns: [
    { key: "database", heading: "database" },
    { key: "writers", heading: "writers" },
    { key: "comments", heading: "comments" },
    { key: "aloneP95", heading: "one writer p95, ms", digits: 1 },
    { key: "pacedPerSecond", heading: "with pauses, a second" },
    { key: "pacedP50", heading: "with pauses p50, ms", digits: 1 },
    { key: "pacedP95", heading: "with pauses p95, ms", digits: 1 },
    { key: "perSecond", heading: "without, a second" },
    { key: "postP50", heading: "without p50, ms", digits: 1 },
    { key: "postP95", heading: "without p95, ms", digits: 1 },
    { key: "lost", heading: "lost" },
    { key: "doubled", heading: "doubled" },
    { key: "ackedBeforeKill", heading: "acknowledged before kill -9" },
    { key: "lostByKill", heading: "lost by it" },
    { key: "doubledByKill", heading: "doubled by it" },
    { key: "approvedMs", heading: "approved to visible, ms", digits: 0 },
    { key: "pageKb", heading: "page of 1,000 comments, KB", digits: 1 },
    { key: "allPagesKb", heading: "all its pages, KB", digits: 1 },
  ],
  readme: {
    columns: [
      ...["database", "writers", "comments", "pacedPerSecond", "pacedP95", "perSecond", "postP95"],
      ...["lost", "doubled", "ackedBeforeKill", "lostByKill", "approvedMs", "pageKb"],
    ],
  },
  isPartOfAll: true,
  run: async (session) => {
    const folder = session.resources.createFolder("comments");
    await session.measure("comments file", () =>
      measureComments("file", `file:${path.join(folder, "comments.db")}`, session),
    );
    const program = process.env.SQLD_PATH;
    if (!program) {
      session.say("no libSQL server: SQLD_PATH is not set");
      return;
    }
    await session.measure("comments libsql", async () =>
      measureComments("libSQL server", await startLibsqlServer(program, session), session),
    );
  },
};

async function measureComments(
  database: string,
  databaseUrl: string,
  session: Session,
): Promise<Row> {
  const { options, resources } = session;
  const folder = resources.createFolder("discussion");
  const [busiest, ...others] = writePosts(path.join(folder, "content"), postCount + 1);
  if (!busiest) throw new Error("there are no posts");
  const discussion: Discussion = {
    session,
    databaseUrl,
    writers: options.count("writers", 200),
    comments: options.count("comments", 5_000),
    posts: others.map(({ id }) => id),
  };
  const start = () => startDiscussion(session, folder, databaseUrl);

  session.say("building the site");
  const server = await start();
  const written = await measureWriting(discussion, server);
  session.say("killing the server while the crowd writes");
  const { killed, survivor } = await measureKill(discussion, server, start);
  session.say("approving; a page of 1,000 comments");
  const approvedMs = await measureApproval(survivor.origin, others[0] ?? busiest, password);
  const sizes = await measurePage(survivor.origin, busiest);
  await survivor.stop();
  resources.removeFolder(folder);
  const { writers, comments } = discussion;
  return { database, writers, comments, ...written, ...killed, approvedMs, ...sizes };
}

/** A site whose posts take every comment as fast as it comes. */
const startDiscussion = (session: Session, folder: string, databaseUrl: string) =>
  startSite(
    session,
    {
      contentDirectory: path.join(folder, "content"),
      databaseUrl: `file:${path.join(folder, "content.db")}`,
    },
    {
      COMMENTS_DATABASE_URL: databaseUrl,
      COMMENTS_DATABASE_AUTH_TOKEN: "",
      COMMENTS_PROVIDER: "builtin",
      COMMENTS_MODERATION: "none",
      COMMENTS_ADDRESS_LIMIT: "off",
      COMMENTS_THREAD_LIMIT: "off",
      ADMIN_PASSWORD: password,
    },
  );
