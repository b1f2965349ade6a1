import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fingerprintCode } from "./code-sources.mjs";
import { compilerEntry, fingerprintCompiler } from "./fingerprint-compiler.mjs";
import { root } from "./setup.mjs";

/** Where commands lie as JavaScript, each state of the code in a folder of its own. */
const folder = path.join(root, ".masthead/commands");

/** A state of the code that no command was started from for so long is removed, in milliseconds. */
const keptFor = 7 * 24 * 60 * 60 * 1000;

/** Packages that hold machine code, look for files beside themselves, or are used by none of our commands. */
const external = [
  ...["@libsql/*", "libsql", "next", "next/*", "@next/env", "sax", "esbuild", "tsx"],
  ...[
    "imagescript",
    "markdown-wasm",
    "markdown-wasm/*",
    "mdx-bundler",
    "mdx-bundler/*",
    "fsevents",
    "playwright",
  ],
];

/** Packages that ask for Node's modules in the old way. */
const requireForPackages =
  'import { createRequire as createBundleRequire } from "node:module"; const require = createBundleRequire(import.meta.url);';

/**
 * Makes JavaScript of the project's commands and of the thread that compiles posts, together with the packages that they
 * use: two thousand modules in a few files, which Node loads in a tenth of the time (decisions/0013-bundled-commands.md).
 * Once for each state of the code.
 * @param {string} file relative to the project; one that lies in lib/commands itself
 * @returns {Promise<string>} absolute path of what Node is to run
 */
export async function bundleCommand(file) {
  const target = path.join(folder, fingerprintCode(root));
  if (existsSync(target)) {
    markUsed(target);
  } else {
    await bundle(target);
    removeUnused();
  }
  return path.join(target, `${path.basename(file, ".ts")}.mjs`);
}

/** @param {string} target absolute path; there as a whole or not at all, for another command may be about to do the same */
async function bundle(target) {
  // Packages may have been installed a moment ago: nothing of them is imported at the head of this file.
  const { build } = await import("esbuild");
  const draft = `${target}.${process.pid}.tmp`;
  mkdirSync(draft, { recursive: true });
  try {
    const { metafile } = await build({
      ...options,
      entryPoints: {
        ...Object.fromEntries(listCommands().map((file) => [path.basename(file, ".ts"), file])),
        // compile-thread.ts looks for the thread under this name, beside itself.
        "compile-thread-entry": compilerEntry,
        // The same for check-thread.ts.
        "check-thread-entry": "lib/ingest/check-worker.ts",
      },
      outdir: draft,
      outExtension: { ".js": ".mjs" },
      banner: { js: requireForPackages },
      sourcemap: "linked",
      sourcesContent: false,
      minifySyntax: true,
      minifyWhitespace: true,
      metafile: true,
    });
    // bring-up-to-date.ts looks for it under this name, beside itself.
    writeFileSync(
      path.join(draft, "compiler-fingerprint.mjs"),
      `export const compilerFingerprint = "${fingerprintCompiler(root, metafile)}";\n`,
    );
    // check/find-notes.ts looks for it so too.
    writeFileSync(
      path.join(draft, "code-fingerprint.mjs"),
      `export const codeFingerprint = "${path.basename(target)}";\n`,
    );
    renameSync(draft, target);
  } catch (thrown) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw thrown;
  }
}

/**
 * What the bundler tells of the thread that compiles posts, where no bundle is there that has noted it.
 * @returns {Promise<import("esbuild").Metafile>}
 */
export async function bundleCompiler() {
  const { build } = await import("esbuild");
  const { metafile } = await build({
    ...options,
    entryPoints: [compilerEntry],
    outdir: folder,
    write: false,
    metafile: true,
  });
  return metafile;
}

/** @returns {string[]} every command; its parts lie in folders */
const listCommands = () =>
  readdirSync(path.join(root, "lib/commands"))
    .filter((name) => /(?<!\.test)\.ts$/.test(name))
    .map((name) => `lib/commands/${name}`);

/**
 * What Contentlayer imports for its own command line and never calls here: the sending of traces, a file system in memory,
 * and a reader of `tsconfig.json`. A third of what commands would load.
 * @type {import("esbuild").Plugin}
 */
const withoutUnused = {
  name: "without-unused",
  setup: ({ onLoad }) =>
    onLoad(
      {
        filter:
          /[/\\]node_modules[/\\](?:@opentelemetry[/\\]exporter-trace-otlp-grpc|memfs|comment-json)[/\\]/,
      },
      () => ({ contents: "module.exports = {};", loader: "js" }),
    ),
};

/** @type {import("esbuild").BuildOptions} */
const options = {
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external,
  logLevel: "error",
  plugins: [withoutUnused],
};

/** @param {string} target */
function markUsed(target) {
  const now = new Date();
  try {
    utimesSync(target, now, now);
  } catch {
    // Another user's, or on a disk that can't be written: whoever made it may keep it.
  }
}

function removeUnused() {
  for (const name of readdirSync(folder)) {
    const old = path.join(folder, name);
    const { mtimeMs } = statSync(old, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs > keptFor) rmSync(old, { recursive: true, force: true });
  }
}
