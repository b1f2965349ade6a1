import { register } from "tsx/esm/api";

// For tests, which run TypeScript as it is; commands are bundled, with check-worker.ts under this name.
register();
await import("./check-worker.ts");
