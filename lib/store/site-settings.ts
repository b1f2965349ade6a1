import type { Client } from "@libsql/client";
import { z } from "zod";
import { type GivenSettings, givenSettings } from "@/lib/site/site-settings";

/** A group of keys as its author wrote it. */
export type WrittenSettings = Readonly<Record<string, unknown>>;

/** `site.yaml` as it stands in the store: what a publication says of itself. */
export interface StoredSettings {
  written: WrittenSettings;
  given: GivenSettings;
}

const group = z.record(z.string(), z.unknown());

/** What was last found right; where nothing was, or this version reads it no more, nothing is given. */
export async function readStoredSettings(client: Client): Promise<StoredSettings> {
  const { rows } = await client.execute("SELECT json FROM settings");
  const written = rows[0] ? group.parse(JSON.parse(String(rows[0].json))) : {};
  const parsed = givenSettings.safeParse(written);
  return parsed.success ? { written, given: parsed.data } : { written: {}, given: {} };
}

/**
 * A row that stays the same is not written, and touches nothing.
 * @param file.isMistaken whether its file has errors, so that these are settings that it had before
 * @param file.now milliseconds
 */
export async function writeSettings(
  client: Client,
  written: WrittenSettings,
  { isMistaken, now }: { isMistaken: boolean; now: number },
): Promise<void> {
  const json = JSON.stringify(inOrder(written));
  await client.batch(
    [
      {
        sql: `INSERT INTO meta SELECT 'settings shown since', ? WHERE ? IS NOT (SELECT json FROM settings)
          ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
        args: [String(now), json],
      },
      {
        sql: `INSERT INTO settings VALUES (1, ?) ON CONFLICT (key) DO UPDATE SET json = excluded.json
          WHERE json IS NOT excluded.json`,
        args: [json],
      },
      isMistaken
        ? "INSERT OR IGNORE INTO meta VALUES ('settings outdated', '1')"
        : "DELETE FROM meta WHERE name = 'settings outdated'",
    ],
    "write",
  );
}

/** With the keys of each group in the order of the alphabet; entries of lists stay where they are. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, inOrder(one)] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
