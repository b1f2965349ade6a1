// Before anything of TypeScript.
import "../content/contentlayer-packages.mjs";
import { register } from "tsx/esm/api";

// Node doesn't hand `--import` down to threads, so each must learn TypeScript for itself.
register();
await import("./compile-worker.ts");
