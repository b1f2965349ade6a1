import { readGroup } from "@/lib/commands/arguments/read-arguments.mjs";
import { UsageError } from "@/lib/commands/arguments/usage-error.mjs";
import { comments } from "@/lib/commands/declarations/comments.mjs";

export type CommentsOptions =
  | { command: "export"; file: string }
  | { command: "refresh" }
  | { command: "backup"; folder: string; keep: number | undefined }
  | { command: "restore"; file: string; replace: boolean }
  | { command: "import"; file: string; dryRun: boolean }
  | { command: "erase"; by: "email" | "id" | "address"; value: string; dryRun: boolean };

/** @throws UsageError */
export function readCommentsOptions(args: readonly string[]): CommentsOptions {
  const asked = readGroup(comments, args);
  const [file = ""] = asked.operands;
  switch (asked.command) {
    case "export":
      return { command: "export", file };
    case "import":
      return { command: "import", file, dryRun: asked.values["dry-run"] };
    case "refresh":
      return { command: "refresh" };
    case "backup":
      return { command: "backup", folder: file, keep: readKeep(asked.values.keep) };
    case "restore":
      return { command: "restore", file, replace: asked.values.replace };
    case "erase":
      return readErasure(asked.values);
  }
}

function readKeep(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw new UsageError("--keep takes a whole number, 1 or more", comments.commands.backup);
}

function readErasure({
  "dry-run": dryRun,
  ...by
}: {
  email: string | undefined;
  id: string | undefined;
  address: string | undefined;
  "dry-run": boolean;
}): CommentsOptions {
  const given = (["email", "id", "address"] as const).flatMap((name) => {
    const value = by[name]?.trim();
    return value === undefined ? [] : [{ by: name, value }];
  });
  const [only, ...others] = given;
  if (only === undefined || others.length > 0) {
    throw new UsageError("erase takes one of --email, --id and --address", comments.commands.erase);
  }
  return { command: "erase", ...only, dryRun };
}
