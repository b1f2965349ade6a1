import { recordName } from "@/lib/store/change-schema";

/** What a publication says of itself, and how a change of it is noticed. Belongs to the schema of the store. */

const isKnown = "EXISTS (SELECT 1 FROM meta WHERE name = 'change')";

export const settingsSchema: readonly string[] = [
  // One row: `site.yaml` as it was last found right, as JSON with its keys in order. No row counts as an empty file.
  `CREATE TABLE settings (
    key INTEGER PRIMARY KEY CHECK (key = 1),
    json TEXT NOT NULL
  )`,
  `CREATE TRIGGER settings_insert BEFORE INSERT ON settings
    WHEN ${isKnown} AND new.json IS NOT ifnull((SELECT json FROM settings), '{}')
    BEGIN ${recordName("settings", "''")} END`,
  `CREATE TRIGGER settings_update BEFORE UPDATE ON settings WHEN ${isKnown} AND new.json IS NOT old.json
    BEGIN ${recordName("settings", "''")} END`,
  `CREATE TRIGGER settings_delete BEFORE DELETE ON settings WHEN ${isKnown} AND old.json IS NOT '{}'
    BEGIN ${recordName("settings", "''")} END`,
];
