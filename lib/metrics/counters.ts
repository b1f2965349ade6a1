import { processSlot } from "@/lib/process-state.mjs";

/** What a request was for. `page`: whatever readers look at, redirects and what isn't there included. */
export const requestKinds = ["page", "file", "machines", "desk", "refused"] as const;

export type RequestKind = (typeof requestKinds)[number];

/** Status codes end before this one. */
const statuses = 1000;

/**
 * What a running server counts: plain numbers, since a page that is kept is answered in some ten microseconds. They are made
 * into metrics when somebody asks (lib/serving/answer-metrics.ts).
 */
export interface Counters {
  /** Answers by kind and status: `kind * 1000 + status`. */
  requests: Float64Array;
  /** Pages from memory, and from where they outlive the process. */
  memoryHits: number;
  storedHits: number;
  /** Pages that were shown although they are out of date. */
  outdated: number;
  renders: number;
  renderMs: number;
  /** Commands that Redis didn't carry out, or not in time. */
  redisFailures: number;
  /** Changes of the content that pages were refreshed for, and how long that took. */
  refreshes: number;
  refreshMs: number;
}

const slot = processSlot<Counters>("counters");

/** Those of this process. */
export function counters(): Counters {
  slot.value ??= {
    requests: new Float64Array(requestKinds.length * statuses),
    memoryHits: 0,
    storedHits: 0,
    outdated: 0,
    renders: 0,
    renderMs: 0,
    redisFailures: 0,
    refreshes: 0,
    refreshMs: 0,
  };
  return slot.value;
}

const { requests } = counters();

export function countRequest(kind: RequestKind, status: number): void {
  const index = requestKinds.indexOf(kind) * statuses + status;
  requests[index] = (requests[index] ?? 0) + 1;
}

/** Each kind and status that there was, and how often. */
export function* listRequests(): IterableIterator<{
  kind: RequestKind;
  status: number;
  count: number;
}> {
  for (const [index, kind] of requestKinds.entries()) {
    for (let status = 100; status < statuses; status += 1) {
      const count = requests[index * statuses + status] ?? 0;
      if (count > 0) yield { kind, status, count };
    }
  }
}
