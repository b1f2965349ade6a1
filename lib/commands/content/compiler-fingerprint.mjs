import { bundleCompiler } from "../setup/bundle.mjs";
import { fingerprintCompiler } from "../setup/fingerprint-compiler.mjs";
import { root } from "../setup/setup.mjs";

// For what runs TypeScript as it is; commands are bundled, with what the bundler has noted under this name.
export const compilerFingerprint = fingerprintCompiler(root, await bundleCompiler());
