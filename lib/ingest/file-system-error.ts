import type { Finding } from "@/lib/problem";

/** Whether something thrown is the system's answer about a file, such as ENOENT, and not a bug. */
export const isFileSystemError = (thrown: unknown): thrown is NodeJS.ErrnoException =>
  thrown instanceof Error && "code" in thrown && "syscall" in thrown;

/** What the system's most frequent answers mean, and what helps. */
const answers: Record<string, [problem: string, remedy: string]> = {
  EACCES: [
    "may not be read",
    "give the user who runs the site the right to read it (`chmod a+rX`)",
  ],
  EPERM: ["may not be read", "give the user who runs the site the right to read it (`chmod a+rX`)"],
  ENOENT: ["is not there, or is a link to nothing", "put it back, or delete the link"],
  ELOOP: ["is a link to itself", "delete the link, or let it lead to a file"],
  EINVAL: [
    "is no regular file, but a pipe, a socket, a device or a folder",
    "put a text file in its place, or delete it",
  ],
  ENXIO: [
    "is no regular file, but a socket or a device",
    "put a text file in its place, or delete it",
  ],
};

/**
 * What the editor of a file is told that the system won't give us.
 * @param path relative to the content folder
 */
export function describeUnreadable(
  { code = "unknown" }: NodeJS.ErrnoException,
  path: string,
): Finding {
  const at = { line: 1, column: 1, severity: "error" as const };
  // Node puts this character in the place of bytes that are no text, and then finds no such file.
  if (code === "ENOENT" && path.includes("\ufffd")) {
    const message = "the name of the file, or of its folder, is not UTF-8";
    return { ...at, message, remedy: "rename it; `convmv` renames whole folders" };
  }
  const [problem, remedy] = answers[code] ?? [
    "can't be read",
    "see whether the disk and the folder are as they should be",
  ];
  return { ...at, message: `the file or folder ${problem} (${code})`, remedy };
}
