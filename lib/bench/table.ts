/** Figures of one line of a table, by column; nothing where a figure could not be had. */
export type Row = Record<string, string | number | undefined>;

export interface Column {
  key: string;
  heading: string;
  /** Decimals that are shown. */
  digits?: number;
}

/** A figure as it is shown: with the column's decimals and a comma between thousands; a dash where there is none. */
function formatCell(value: Row[string], digits = 0): string {
  if (typeof value !== "number") return "–";
  return value.toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** Columns that at least one row has something for. */
const usedColumns = (columns: readonly Column[], rows: readonly Row[]): Column[] =>
  columns.filter(({ key }) => rows.some((row) => row[key] !== undefined && row[key] !== ""));

/**
 * Rows as Markdown tables: one for each `part` that they name, of the columns that it uses, in the order of their first rows;
 * one for all where they name none.
 */
export function formatTables(columns: readonly Column[], rows: readonly Row[]): string {
  const parts = [...new Set(rows.map(({ part }) => part))];
  return parts
    .map((part) =>
      formatTable(
        columns,
        rows.filter((row) => row.part === part),
      ),
    )
    .join("\n\n");
}

/** Rows as a Markdown table, which a terminal shows well too: figures are aligned to the right. */
export function formatTable(columns: readonly Column[], rows: readonly Row[]): string {
  const used = usedColumns(columns, rows);
  const isText = ({ key }: Column) => rows.some((row) => typeof row[key] === "string");
  const cells = [
    used.map(({ heading }) => heading),
    ...rows.map((row) =>
      used.map((column) =>
        isText(column) ? String(row[column.key] ?? "") : formatCell(row[column.key], column.digits),
      ),
    ),
  ];
  const widths = used.map((_, index) =>
    Math.max(3, ...cells.map((line) => (line[index] ?? "").length)),
  );
  const format = (line: readonly string[]) => {
    const padded = used.map((column, index) => {
      const [cell, width] = [line[index] ?? "", widths[index] ?? 0];
      return isText(column) ? cell.padEnd(width) : cell.padStart(width);
    });
    return `| ${padded.join(" | ")} |`;
  };
  const [heading = [], ...lines] = cells;
  const rule = used.map((column, index) =>
    (isText(column) ? "-" : ":").padStart(widths[index] ?? 0, "-"),
  );
  return [format(heading), `| ${rule.join(" | ")} |`, ...lines.map(format)].join("\n");
}
