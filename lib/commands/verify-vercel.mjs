import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { checkCommand } from "./setup/check-command.mjs";
import { fail, root, run, say, setUp } from "./setup/setup.mjs";
import {
  findFaults,
  findPostFunction,
  listFunctions,
  listPrerenderedSlugs,
  readFunction,
  sizeOfFiles,
  unpackFunction,
} from "./vercel/vercel-output.mjs";

/**
 * `npm run verify:vercel`: what Vercel makes of this project, without Vercel. Builds it twice as Vercel does, each time in
 * a fresh clone, the second time with the cache of the first; checks what comes out; then starts functions from it, where
 * nothing can be written, and asks for posts, and whether a scheduled one is due. Not part of `npm test`: it fetches
 * Vercel's command (360 MB) and builds twice.
 */

checkCommand("verify-vercel", process.argv.slice(2));

const vercelVersion = "60.1.3";
const tools = path.join(root, `.masthead/tools/vercel-${vercelVersion}`);
const scratch = mkdtempSync(path.join(tmpdir(), "masthead-vercel-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.on(signal, () => process.exit(1));
}

/** Of Vercel's scheduler. */
const cronSecret = "a-secret-for-the-time-of-a-check";

/** What a project that was linked to Vercel has; packages are taken from this folder instead of being installed. */
const linked = {
  projectId: "prj_local",
  orgId: "team_local",
  settings: { framework: "nextjs", installCommand: "true", buildCommand: null },
};

function findVercel() {
  const command = path.join(tools, "node_modules/.bin/vercel");
  if (existsSync(command)) return command;
  say(`fetching vercel@${vercelVersion} (360 MB) …`);
  mkdirSync(tools, { recursive: true });
  writeFileSync(path.join(tools, "package.json"), '{ "private": true }\n');
  run("fetch Vercel's command", "npm", [
    ...["install", "--prefix", tools, "--no-audit", "--no-fund", "--ignore-scripts"],
    `vercel@${vercelVersion}`,
  ]);
  return command;
}

/**
 * The project as Git has it, with what was changed and not committed yet.
 * @param {string} name
 */
function createClone(name) {
  const clone = path.join(scratch, name);
  const { stdout } = spawnSync("git", ["ls-files", "-z", "-co", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const file of stdout.split("\0")) {
    if (!file || !existsSync(path.join(root, file))) continue;
    mkdirSync(path.dirname(path.join(clone, file)), { recursive: true });
    copyFileSync(path.join(root, file), path.join(clone, file));
  }
  // Hard links where the disk allows: a build refuses packages that lie outside of the project.
  const linkedPackages = spawnSync("cp", ["-al", path.join(root, "node_modules"), clone]);
  if (linkedPackages.status !== 0) {
    cpSync(path.join(root, "node_modules"), path.join(clone, "node_modules"), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  mkdirSync(path.join(clone, ".vercel"));
  writeFileSync(path.join(clone, ".vercel/project.json"), JSON.stringify(linked));
  return clone;
}

/**
 * @param {string} vercel
 * @param {string} clone
 * @returns {string} what the build has said
 */
function build(vercel, clone) {
  // Programs of the build talk to each other over loopback, which a new network doesn't have up.
  const cutOff = ["unshare", "--net", "--map-root-user", "sh", "-c"];
  const [unshare = "", ...rest] = cutOff;
  const alone = spawnSync(unshare, [...rest, "ip link set lo up"]).status === 0;
  if (!alone) say("this system can't cut off the network for the build; going on with it");
  const [command = vercel, ...args] = [
    ...(alone ? [...cutOff, 'ip link set lo up && exec "$@"', "sh"] : []),
    ...[vercel, "build", "--yes", "--prod"],
  ];
  const { VERCEL_TOKEN: _, ...environment } = process.env;
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: clone,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...environment,
      CONTENT_DIR: "content",
      CONTENT_DATABASE_URL: "",
      NEXT_TELEMETRY_DISABLED: "1",
      VERCEL_TELEMETRY_DISABLED: "1",
      NO_UPDATE_NOTIFIER: "1",
    },
  });
  const said = stdout + stderr;
  if (status !== 0) fail(`vercel build ended with ${status}:\n${said.slice(-4000)}`);
  return said;
}

/**
 * Puts a function where nothing else is and nothing can be written.
 * @param {string} clone
 * @param {string} func folder of the function
 * @param {string} name
 * @returns {{ folder: string, handler: string }}
 */
function isolateFunction(clone, func, name) {
  const folder = path.join(scratch, name);
  const { handler, files } = readFunction(clone, func);
  unpackFunction(files, folder);
  run("take away the right to write", "chmod", ["-R", "a-w,a+rX", folder]);
  chmodSync(scratch, 0o755);
  return { folder, handler };
}

/**
 * Starts a function and asks it.
 * @param {{ folder: string, handler: string }} isolated
 * @param {(origin: string) => Promise<string[]>} findWrongAnswers
 * @returns {Promise<string[]>} what is wrong
 */
async function askFunction({ folder, handler }, findWrongAnswers) {
  const server = path.join(scratch, "serve.mjs");
  copyFileSync(path.join(root, "lib/commands/vercel/serve-vercel-function.mjs"), server);
  // Root may write everywhere; "nobody" may not.
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const child = spawn(process.execPath, [server, folder, handler], {
    ...user,
    cwd: scratch,
    env: {
      ...process.env,
      NODE_ENV: "production",
      VERCEL: "1",
      VERCEL_REGION: "local",
      CONTENT_DATABASE_URL: "",
      CRON_SECRET: cronSecret,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const port = await readPort(child.stdout);
    return await findWrongAnswers(`http://127.0.0.1:${port}`);
  } finally {
    child.kill("SIGKILL");
  }
}

/**
 * @param {import("node:stream").Readable} stdout
 * @returns {Promise<number>}
 */
async function readPort(stdout) {
  for await (const line of createInterface(stdout)) {
    if (line.startsWith('{"port":')) return JSON.parse(line).port;
  }
  return fail("the function could not be started; the lines above say why") ?? 0;
}

/**
 * Posts that were prerendered, posts that weren't, and one that doesn't exist.
 * @param {string} origin
 * @param {readonly string[]} slugs that were prerendered
 */
async function findWrongPosts(origin, slugs) {
  const faults = [];
  const others = await listOtherSlugs(origin, slugs);
  if (others.length === 0)
    say("every post of the content was prerendered: no other could be asked for");
  for (const slug of [...slugs.slice(0, 3), ...others.slice(0, 3), "no-such-post"]) {
    const response = await fetch(`${origin}/posts/${slug}?nxtPslug=${slug}`, {
      // As Vercel's router says which page it has chosen.
      headers: { "x-matched-path": "/posts/[slug]" },
    });
    const html = await response.text();
    const expected = slug === "no-such-post" ? 404 : 200;
    if (response.status !== expected) faults.push(`/posts/${slug} answers ${response.status}`);
    else if (expected === 200 && !html.includes("<article"))
      faults.push(`/posts/${slug} has no article`);
  }
  return faults;
}

/** A listing that leads to posts which weren't prerendered is found in so many pages, where there is one. */
const listingPages = 20;

/**
 * Slugs of posts that weren't prerendered, as readers find them: deep in the archive.
 * @param {string} origin
 * @param {readonly string[]} slugs that were
 */
async function listOtherSlugs(origin, slugs) {
  for (let page = 2; page <= listingPages; page += 1) {
    const response = await fetch(`${origin}/latest/page/${page}?nxtPpage=${page}`, {
      headers: { "x-matched-path": "/latest/page/[page]" },
    });
    if (response.status !== 200) break;
    const listed = [...(await response.text()).matchAll(/href="\/posts\/([a-z0-9-]+)"/g)];
    const others = listed.flatMap(([, slug]) => (slug && !slugs.includes(slug) ? [slug] : []));
    if (others.length > 0) return [...new Set(others)];
  }
  return [];
}

/**
 * An address that leads elsewhere, at its first visit and later.
 * @param {string} origin
 */
async function findWrongRedirects(origin) {
  const faults = [];
  for (const visit of ["first", "second"]) {
    const response = await fetch(`${origin}/latest/page/1?nxtPpage=1`, {
      headers: { "x-matched-path": "/latest/page/[page]" },
      redirect: "manual",
    });
    const target = response.headers.get("location");
    if (response.status !== 308 || target !== "/")
      faults.push(`/latest/page/1 answers ${response.status} to ${target}, ${visit} visit`);
  }
  return faults;
}

/**
 * Whether a scheduled post is due, asked with the secret of the scheduler and with another one.
 * @param {string} origin
 */
async function findWrongDue(origin) {
  const faults = [];
  for (const [secret, expected] of /** @type {const} */ ([
    ["wrong", 401],
    [cronSecret, 200],
  ])) {
    const { status } = await fetch(`${origin}/api/due`, {
      headers: { "x-matched-path": "/api/due", authorization: `Bearer ${secret}` },
    });
    if (status !== expected) faults.push(`/api/due answers ${status}, not ${expected}`);
  }
  return faults;
}

setUp({ forTests: true });
const vercel = findVercel();

say("first build, in a fresh clone …");
const first = createClone("first");
build(vercel, first);

say("second build, in a fresh clone with the cache of the first …");
const second = createClone("second");
cpSync(path.join(first, ".next/cache"), path.join(second, ".next/cache"), { recursive: true });
rmSync(first, { recursive: true, force: true });
const said = build(vercel, second);

const faults = /content: \d+ files: 0 compiled,/.test(said)
  ? []
  : ["the second build compiled posts that hadn't changed"];
const output = path.join(second, ".vercel/output");
faults.push(...findFaults(second, output));
for (const folder of listFunctions(output)) {
  const bytes = sizeOfFiles(readFunction(second, folder).files);
  say(`${path.relative(output, folder)}: ${(bytes / 1e6).toFixed(1)} MB of 250`);
}
say("functions, where nothing can be written …");
const slugs = listPrerenderedSlugs(output);
const posts = isolateFunction(second, findPostFunction(output), "posts");
const due = isolateFunction(second, path.join(output, "functions/api/due.func"), "due");
// What they need and don't bring along is not there either.
rmSync(second, { recursive: true, force: true });
faults.push(
  ...(await askFunction(posts, (origin) => findWrongPosts(origin, slugs))),
  ...(await askFunction(posts, findWrongRedirects)),
  ...(await askFunction(due, findWrongDue)),
);

for (const fault of faults) console.error(`masthead: ${fault}`);
if (faults.length > 0) process.exit(1);
say("Vercel can build and serve this project");
