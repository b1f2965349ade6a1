import { listTicks } from "@/lib/bench/chart/ticks";

export interface Series {
  name: string;
  points: readonly { x: number; y: number }[];
}

/** One diagram: its axes start at 0, so that lengths can be compared. */
export interface Panel {
  title: string;
  xLabel: string;
  series: readonly Series[];
}

const panelSize = { width: 420, height: 300 };
const margin = { top: 64, right: 24, bottom: 46, left: 54 };

/** Strong enough on white and on GitHub's dark grey; series are told apart by their marks as well. */
const style = `
  text { font: 12px system-ui, sans-serif; fill: #3d444d; }
  .title { font-size: 14px; font-weight: 600; fill: #1f2328; }
  .grid { stroke: #d1d9e0; }
  .line { fill: none; stroke-width: 2; }
  .s0 { stroke: #0b5cad; fill: #0b5cad; }
  .s1 { stroke: #b3480f; fill: #b3480f; }
  .s2 { stroke: #6b4fa0; fill: #6b4fa0; }
  .s3 { stroke: #3b7a3e; fill: #3b7a3e; }
  .line { fill: none; }
  @media (prefers-color-scheme: dark) {
    text { fill: #b7bdc8; }
    .title { fill: #f0f6fc; }
    .grid { stroke: #3d444d; }
    .s0 { stroke: #79b8ff; fill: #79b8ff; }
    .s1 { stroke: #ff9f5a; fill: #ff9f5a; }
    .s2 { stroke: #c4a7f5; fill: #c4a7f5; }
    .s3 { stroke: #85d189; fill: #85d189; }
    .line { fill: none; }
  }
`;

/** Line charts side by side, as one SVG that follows the reader's light or dark scheme. */
export function renderLineCharts(title: string, panels: readonly Panel[]): string {
  const names = [...new Set(panels.flatMap(({ series }) => series.map(({ name }) => name)))];
  const width = panelSize.width * panels.length;
  const drawn = panels.map(
    (panel, index) =>
      `<g transform="translate(${index * panelSize.width} 0)">${drawPanel(panel, names)}</g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${panelSize.height}" width="${width}" height="${panelSize.height}" role="img">
<title>${escapeXml(title)}</title>
<style>${style}</style>
${drawn.join("\n")}
</svg>
`;
}

function drawPanel({ title, xLabel, series }: Panel, names: readonly string[]): string {
  const points = series.flatMap((one) => one.points);
  const xTicks = listTicks(Math.max(0, ...points.map(({ x }) => x)));
  const yTicks = listTicks(Math.max(0, ...points.map(({ y }) => y)));
  const right = panelSize.width - margin.right;
  const bottom = panelSize.height - margin.bottom;
  const scale = (ticks: readonly number[], from: number, to: number) => (value: number) =>
    round(from + (value / (ticks.at(-1) ?? 1)) * (to - from));
  const toX = scale(xTicks, margin.left, right);
  const toY = scale(yTicks, bottom, margin.top);
  const label = (text: string, x: number, y: number, anchor: "start" | "middle" | "end") =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
  const grid = yTicks.map(
    (tick) =>
      `<path class="grid" d="M${margin.left} ${toY(tick)}H${right}"/>${label(format(tick), margin.left - 8, toY(tick) + 4, "end")}`,
  );
  const columns = xTicks.map((tick) => label(format(tick), toX(tick), bottom + 18, "middle"));
  const lines = series.map(({ name, points }) => {
    const number = names.indexOf(name) % 4;
    const path = points.map(({ x, y }) => `${toX(x)} ${toY(y)}`).join("L");
    const marks = points.map(({ x, y }) => drawMark(number, toX(x), toY(y)));
    return `<path class="line s${number}" d="M${path}"/>${marks.join("")}`;
  });
  let left = margin.left;
  const legend = series.map(({ name }) => {
    const x = left;
    // About 6.5 pixels a letter at 12 pixels.
    left += 30 + name.length * 6.5;
    return drawMark(names.indexOf(name) % 4, x + 4, 40) + label(name, x + 14, 44, "start");
  });
  return [
    `<text class="title" x="${margin.left}" y="20">${escapeXml(title)}</text>`,
    ...legend,
    ...grid,
    ...columns,
    label(xLabel, right, bottom + 36, "end"),
    ...lines,
  ].join("\n");
}

/** A circle, a square, a diamond or a triangle around a point. */
function drawMark(number: number, x: number, y: number): string {
  const shapes = [
    `<circle class="s0" cx="${x}" cy="${y}" r="4"/>`,
    `<path class="s1" d="M${x - 4} ${y - 4}h8v8h-8z"/>`,
    `<path class="s2" d="M${x} ${y - 5}l5 5l-5 5l-5-5z"/>`,
    `<path class="s3" d="M${x} ${y - 5}l5 9h-10z"/>`,
  ];
  return shapes[number] ?? "";
}

const format = (value: number): string => value.toLocaleString("en");

const round = (value: number): number => Math.round(value * 10) / 10;

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
