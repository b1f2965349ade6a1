import { fromHtml } from "hast-util-from-html";
import { expect, test } from "vitest";
import { renderLineCharts } from "@/lib/bench/chart/line-chart";

const chart = renderLineCharts("Time & <memory>", [
  {
    title: "Seconds",
    xLabel: "posts",
    series: [
      {
        name: "Ours",
        points: [
          { x: 0, y: 0 },
          { x: 100, y: 50 },
        ],
      },
      { name: "A & B", points: [{ x: 50, y: 100 }] },
    ],
  },
]);

test("points stand where the axes say", () => {
  // 54 to 396 are 0 to 100 across, 254 to 64 are 0 to 100 upwards.
  expect(chart).toContain('<path class="line s0" d="M54 254L396 159"/>');
  expect(chart).toContain('d="M221 60h8v8h-8z"');
});

test("text is escaped, and what is drawn is well-formed", () => {
  expect(chart).toContain("<title>Time &amp; &lt;memory&gt;</title>");
  expect(chart).toContain(">A &amp; B</text>");
  const problems: string[] = [];
  fromHtml(chart, {
    fragment: true,
    space: "svg",
    onerror: ({ ruleId }) => {
      problems.push(String(ruleId));
    },
  });
  expect(problems).toEqual([]);
});
