/** Lines about the running server, for whoever operates it: one JSON object a line, or words where a person looks on. */

import { type Environment, environment, logLevels } from "@/lib/environment";
import { printable } from "@/lib/printable.mjs";

export type Fields = Record<string, string | number | boolean | undefined>;

export type Level = Environment["logLevel"];

/** Whether what is said at a level is told where the log begins at another. */
export const isTold = (level: Level, from: Level): boolean =>
  logLevels.indexOf(level) >= logLevels.indexOf(from);

/** Longest value of a field; what readers send in can be longer. Room for the head of an error's stack. */
const maxLength = 1000;

export function log(level: Level, event: string, fields: Fields = {}): void {
  if (!isTold(level, environment.logLevel)) return;
  const line = process.stdout.isTTY
    ? formatForPeople(level, event, fields)
    : formatForMachines(level, event, fields, new Date());
  (level === "warn" || level === "error" ? process.stderr : process.stdout).write(`${line}\n`);
}

/** Whatever a value holds, the line stays one line and one object: what JSON leaves as it is, `printable` escapes. */
export function formatForMachines(level: Level, event: string, fields: Fields, now: Date): string {
  return printable(JSON.stringify({ time: now.toISOString(), level, event, ...mapValues(fields) }));
}

/** `masthead: event key=value`; values are quoted, so that none can pass for another field or line. */
export function formatForPeople(level: Level, event: string, fields: Fields): string {
  const words = Object.entries(mapValues(fields)).map(([name, value]) =>
    typeof value === "string" && !/^[\w./:@-]+$/.test(value)
      ? `${name}=${JSON.stringify(value)}`
      : `${name}=${value}`,
  );
  const prefix = level === "info" ? "masthead:" : `masthead: ${level}:`;
  return printable([prefix, event, ...words].join(" "));
}

/** What an error says, for a field. */
export const messageOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message || thrown.name : String(thrown);

/** Says yes so many times a minute: what goes wrong with every request must not fill the disk with the same line. */
export function createAllowance(perMinute: number, now: () => number): () => boolean {
  let windowStart = now();
  let used = 0;
  return () => {
    if (now() - windowStart >= 60_000) {
      windowStart = now();
      used = 0;
    }
    used += 1;
    return used <= perMinute;
  };
}

function mapValues(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      if (value === undefined) return [];
      return [[name, typeof value === "string" ? value.slice(0, maxLength) : value]];
    }),
  );
}
