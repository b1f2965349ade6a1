import { register } from "tsx/esm/api";

// For tests, which run TypeScript as it is; commands are bundled, with compile-worker.ts under this name.
register();
await import("./compile-worker.ts");
