import { isFileSystemError } from "@/lib/ingest/file-system-error";

/**
 * Runs a command. What an operator can mend (a folder that isn't there, a full disk) ends it with one line and exit 1;
 * anything else is a bug and shows its stack.
 */
export async function stopOnKnownErrors(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (thrown) {
    if (!isFileSystemError(thrown)) throw thrown;
    console.error(`masthead: ${explain(thrown)}`);
    process.exitCode = 1;
  }
}

function explain({ code, path, message }: NodeJS.ErrnoException): string {
  if (code === "ENOENT" && path)
    return `${path} is not there; set CONTENT_DIR to the folder of your post files`;
  return message;
}
