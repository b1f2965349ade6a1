/**
 * Loads Contentlayer's packages as they are, before TypeScript is looked for: their thousand files hold none, and with
 * each of them taken through the loader for TypeScript they take more than twice as long.
 */
import "contentlayer/core";
import "contentlayer/source-files";
import "contentlayer/utils";
