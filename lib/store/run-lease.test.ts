import { spawnSync } from "node:child_process";
import type { Client } from "@libsql/client";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { LeaseLostError, tryRunLease, withRunLease } from "@/lib/store/run-lease";
import { createTemporaryStore } from "@/lib/store/temporary-store";

let client: Client;

beforeEach(async () => {
  client = await createTemporaryStore();
});

const change = (sql: string, ...args: (string | number)[]) => client.execute({ sql, args });

describe("runs", () => {
  it("take turns, and say when they wait", async () => {
    const events: string[] = [];
    const run = (name: string) =>
      withRunLease(
        client,
        async () => {
          events.push(`${name} begins`);
          await vi.waitFor(() => expect(events).toContain("two waits"));
          events.push(`${name} ends`);
        },
        () => events.push(`${name} waits`),
      );
    await Promise.all([run("one"), run("two")]);
    expect(events).toEqual(["one begins", "two waits", "one ends", "two begins", "two ends"]);
    expect(await tryRunLease(client)).toBeDefined();
  });

  it("are given up by one that fails", async () => {
    const failing = withRunLease(client, () => Promise.reject(new Error("no")));
    await expect(failing).rejects.toThrow("no");
    expect(await tryRunLease(client)).toBeDefined();
  });

  it("don't wait for a process that was killed", async () => {
    await tryRunLease(client);
    expect(await tryRunLease(client)).toBeUndefined();
    const { pid } = spawnSync(process.execPath, ["--version"]);
    await change("UPDATE meta SET value = json_set(value, '$.pid', ?) WHERE name = 'run'", pid);
    expect(await tryRunLease(client)).toBeDefined();
  });

  it("wait for one of another machine as long as it is heard of", async () => {
    await tryRunLease(client);
    await change(
      "UPDATE meta SET value = json_set(value, '$.place', 'other', '$.pid', 999999999) WHERE name = 'run'",
    );
    expect(await tryRunLease(client)).toBeUndefined();
    await change("UPDATE meta SET value = json_set(value, '$.until', 1) WHERE name = 'run'");
    expect(await tryRunLease(client)).toBeDefined();
  });

  it("end where another has taken their turn", async () => {
    vi.useFakeTimers();
    const lease = await tryRunLease(client);
    await vi.advanceTimersByTimeAsync(6000);
    expect(() => lease?.check()).not.toThrow();
    await change("UPDATE meta SET value = json_set(value, '$.owner', 'other') WHERE name = 'run'");
    await vi.advanceTimersByTimeAsync(6000);
    expect(() => lease?.check()).toThrow(LeaseLostError);
    vi.useRealTimers();
    await lease?.release();
    expect(await tryRunLease(client)).toBeUndefined();
  });
});
