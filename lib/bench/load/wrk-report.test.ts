import { expect, test } from "vitest";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { readWrkReport } from "@/lib/bench/load/wrk-report";

/** As wrk 4.1 prints it: with a space behind the unit of one letter. */
const report = `Running 5s test @ http://127.0.0.1:3211/
  1 threads and 32 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency   812.53us  101.22us   4.05ms   91.50%
    Req/Sec    39.44k     1.13k   41.24k    86.00%
  Latency Distribution
     50%  791.00us
     75%  840.00us
     90%    1.02ms
     99%    1.25s 
  196203 requests in 5.00s, 1.02GB read
Requests/sec:  39232.16
Transfer/sec:    208.92MB
`;

test("reads requests a second, and latencies whatever their unit", () => {
  expect(readWrkReport(report)).toEqual({ perSecond: 39232.16, p50Ms: 0.791, p99Ms: 1250 });
});

test.each([
  "  Socket errors: connect 0, read 12, write 0, timeout 0\n",
  "  Non-2xx or 3xx responses: 196203\n",
])("refuses a run with failures: %s", (line) => {
  expect(() => readWrkReport(report.replace("Requests/sec", `${line}Requests/sec`))).toThrow(
    BenchmarkError,
  );
});

test("refuses what isn't a report", () => {
  expect(() => readWrkReport("unable to connect to 127.0.0.1:1\n")).toThrow("unable to connect");
});
