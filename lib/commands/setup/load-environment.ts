import { createRequire } from "node:module";

/** Reads the `.env` files as Next.js does; must be the first import of a command. */

// The package is CommonJS, and its exports can't be named in an import.
const { loadEnvConfig } = createRequire(import.meta.url)("@next/env") as typeof import("@next/env");

loadEnvConfig(process.cwd(), process.env.NODE_ENV === "development", {
  info: () => undefined,
  error: console.error,
});
