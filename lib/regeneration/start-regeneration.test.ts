import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { environment } from "@/lib/environment";
import {
  builtStateFile,
  keptStateFile,
  knownState,
  saveState,
} from "@/lib/regeneration/known-state";
import { startRegeneration } from "@/lib/regeneration/start-regeneration";
import type { ContentState } from "@/lib/store/change-log";

/** What stands between this and a store: told what is known, it answers what is missed. */
const catchUp = vi.hoisted(() => vi.fn());
vi.mock("@/lib/regeneration/catch-up", () => ({ catchUp }));
vi.mock("@/lib/regeneration/due-posts", () => ({ armDuePosts: async () => undefined }));

const state = (change: number): ContentState => ({ store: "s", change });

function createRoot(): string {
  const root = mkdtempSync(path.join(tmpdir(), "start-test-"));
  onTestFinished(() => {
    knownState.value = undefined;
    rmSync(root, { recursive: true });
  });
  return root;
}

beforeEach(() => {
  catchUp.mockReset().mockResolvedValue({ touched: [], state: state(9) });
});

async function start(
  root: string,
  knowsBuild: boolean,
  { usesBuild = true, base }: { usesBuild?: boolean; base?: ContentState } = {},
) {
  const judgements: boolean[] = [];
  await startRegeneration(root, {
    usesBuild,
    knowsBuild,
    judgeBuild: (is) => judgements.push(is),
    findBase: async () => (base ? JSON.stringify(base) : undefined),
  });
  return { judgements, known: knownState.value };
}

it("goes on from what the page cache remembers, where it remembers all since the build", async () => {
  const root = createRoot();
  saveState(builtStateFile(root), state(3));
  saveState(keptStateFile(root, environment), state(5));
  expect(await start(root, true)).toEqual({ judgements: [true], known: state(5) });
});

it("goes on from the build where the page cache has forgotten something", async () => {
  const root = createRoot();
  saveState(builtStateFile(root), state(3));
  saveState(keptStateFile(root, environment), state(5));
  expect(await start(root, false)).toEqual({ judgements: [true], known: state(3) });
});

it("goes on from what servers share where the build is another site's", async () => {
  const root = createRoot();
  saveState(builtStateFile(root), state(3));
  expect(await start(root, false, { usesBuild: false, base: state(4) })).toEqual({
    judgements: [true],
    known: state(4),
  });
  expect(await start(root, false, { usesBuild: false })).toEqual({
    judgements: [true],
    known: undefined,
  });
});

it("knows nothing where the build doesn't say what it was made from", async () => {
  const root = createRoot();
  expect(await start(root, true)).toEqual({ judgements: [true], known: undefined });
});

it("doesn't believe the build where the store is empty", async () => {
  catchUp.mockResolvedValue(undefined);
  expect((await start(createRoot(), false)).judgements).toEqual([false]);
});

it("lets the site answer while the store can't be reached, and goes on until it can", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const complaints = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  catchUp.mockRejectedValueOnce(new Error("no route")).mockRejectedValueOnce(new Error("no route"));
  const { judgements } = await start(createRoot(), false);
  expect(judgements).toEqual([]);
  await vi.waitUntil(() => judgements.length > 0, { timeout: 8000 });
  expect(judgements).toEqual([true]);
  expect(complaints).toHaveBeenCalledTimes(2);
}, 10_000);
