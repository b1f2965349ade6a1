import { createRequire } from "node:module";
import { nameDevelopmentStores } from "@/lib/commands/development/development-stores";

/**
 * Reads the `.env` files as Next's development server does, and gives that stores of its own; must be the first import of
 * the command that starts it.
 */

// The package is CommonJS, and its exports can't be named in an import.
const { loadEnvConfig } = createRequire(import.meta.url)("@next/env") as typeof import("@next/env");

const ofShell = { ...process.env };
const { loadedEnvFiles } = loadEnvConfig(process.cwd(), true, {
  info: () => undefined,
  error: console.error,
});

/** The first of several files that names a variable counts. */
const join = (files: typeof loadedEnvFiles): Record<string, string | undefined> =>
  Object.assign({}, ...files.map(({ env }) => env).reverse());

const isOfDevelopment = ({ path }: { path: string }) => path.startsWith(".env.development");

Object.assign(
  process.env,
  nameDevelopmentStores({
    development: join(loadedEnvFiles.filter(isOfDevelopment)),
    site: { ...join(loadedEnvFiles.filter((file) => !isOfDevelopment(file))), ...ofShell },
    all: process.env,
  }),
);
