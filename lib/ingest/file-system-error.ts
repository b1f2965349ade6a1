import type { Finding } from "@/lib/problem";

/** Whether something thrown is the system's answer about a file, such as ENOENT, and not a bug. */
export const isFileSystemError = (thrown: unknown): thrown is NodeJS.ErrnoException =>
  thrown instanceof Error && "code" in thrown && "syscall" in thrown;

/** What the editor of a file is told that the system won't give us. */
export const describeUnreadable = ({ code = "unknown" }: NodeJS.ErrnoException): Finding => ({
  line: 1,
  column: 1,
  severity: "error",
  message: `the file can't be read (${code})`,
  remedy: "check that it is there, that it may be read, and that its name is UTF-8",
});
