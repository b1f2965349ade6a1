import "@/lib/commands/setup/explain-errors";
import "@/lib/commands/development/load-development-environment";

// Not among the imports, whose order the bundler doesn't keep: the environment is read as soon as anything of it is loaded.
await import("@/lib/commands/development/develop");
