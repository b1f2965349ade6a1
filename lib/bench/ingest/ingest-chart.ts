import { type Panel, renderLineCharts } from "@/lib/bench/chart/line-chart";
import type { BenchRecord } from "@/lib/bench/record";

/** Time and memory of a first run by number of posts, for each program. */
export function renderIngestChart({ measurements }: BenchRecord): string {
  const rows = measurements.map(({ row }) => row);
  const subjects = [...new Set(rows.map(({ subject }) => String(subject)))];
  const panel = (title: string, key: string, unit: number): Panel => ({
    title,
    xLabel: "posts",
    series: subjects
      .map((name) => ({
        name,
        points: rows
          .filter((row) => row.subject === name)
          .flatMap(({ posts, [key]: figure }) =>
            typeof posts === "number" && typeof figure === "number"
              ? [{ x: posts, y: figure / unit }]
              : [],
          )
          .sort((one, other) => one.x - other.x),
      }))
      .filter(({ points }) => points.length > 0),
  });
  return renderLineCharts("First run over an archive: time and memory by number of posts", [
    panel("First run, seconds", "firstS", 1),
    panel("Peak memory of all processes, GB", "peakMb", 1024),
  ]);
}
