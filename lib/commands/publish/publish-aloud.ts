import { toOutdatedJson } from "@/lib/commands/content/outdated-files";
import {
  type Publisher,
  type PublishReport,
  publishOnce,
  type SiteReport,
} from "@/lib/commands/publish/publish-once";
import type { PublishOptions } from "@/lib/commands/publish/publish-options";
import type { Seen } from "@/lib/commands/watch/changed-paths";
import { createSayOnce } from "@/lib/commands/watch/say-once";
import { printable, printableLines } from "@/lib/printable.mjs";

/** More would push what matters off the screen; `--json` has all. */
const shownAddresses = 40;

export interface Outcome {
  /** Whether what could be published is; else it is worth another try. */
  isDone: boolean;
  /** Whether every file is shown as it is. */
  isComplete: boolean;
  /** How many files were compiled. */
  compiled: number;
}

export type Publish = (options: PublishOptions, seen?: Seen) => Promise<Outcome>;

/** What publishes for somebody, once or again and again, and says on the console what came of it. */
export function createPublish(publisher: Publisher): Publish {
  // A site that isn't there is told once by a watcher, and not at each try.
  const sayOnce = createSayOnce((message) => console.error(message));
  const sayErrors = (errors: readonly string[]) =>
    sayOnce(
      errors.length === 0
        ? undefined
        : errors.map((error) => `masthead: ${printableLines(error)}`).join("\n"),
    );
  return (options, seen) => publish(options, seen, publisher, sayErrors);
}

type SayErrors = (errors: readonly string[]) => void;

async function publish(
  options: PublishOptions,
  seen: Seen | undefined,
  publisher: Publisher,
  sayErrors: SayErrors,
): Promise<Outcome> {
  const started = performance.now();
  const report = await publishOnce(options, publisher, seen);
  const ms = Math.round(performance.now() - started);
  if ("error" in report) {
    if (options.json)
      console.log(printable(JSON.stringify({ sites: [], errors: [report.error], ms })));
    else sayErrors([report.error]);
    return { isDone: false, isComplete: false, compiled: 0 };
  }
  const isDone = report.errors.length === 0;
  const { outdated, compiled } = report.content;
  const outcome = { isDone, isComplete: isDone && outdated.length === 0, compiled };
  if (seen?.isCheck && isIdle(report)) {
    sayErrors([]);
    return outcome;
  }
  if (options.json) console.log(printable(JSON.stringify(toJson(report, ms))));
  else sayReport(seen?.isCheck ? withoutIdle(report) : report, ms, sayErrors);
  return outcome;
}

const isIdle = ({ content, sites, errors }: PublishReport): boolean =>
  content.compiled === 0 &&
  content.deleted === 0 &&
  errors.length === 0 &&
  sites.every(({ tags }) => tags.length === 0);

const withoutIdle = ({ sites, ...report }: PublishReport): PublishReport => ({
  ...report,
  sites: sites.filter(({ tags }) => tags.length > 0),
});

function toJson({ content, sites, errors }: PublishReport, ms: number) {
  const { files, compiled, unchanged, deleted, problems, outdated } = content;
  const counts = { files, compiled, unchanged, deleted, problems: problems.length };
  return { ...counts, newerThanShown: outdated.map(toOutdatedJson), sites, errors, ms };
}

function sayReport({ sites, errors }: PublishReport, ms: number, sayErrors: SayErrors): void {
  for (const site of sites) console.log(describeSite(site));
  sayErrors(errors);
  if (sites.length > 0) console.log(`published in ${(ms / 1000).toFixed(1)} s`);
}

function describeSite({ site, everything, addresses }: SiteReport): string {
  if (everything) return `${site}: every page is rendered anew at its next visit`;
  if (addresses.length === 0) return `${site}: no page has changed`;
  const shown = addresses.slice(0, shownAddresses).map((address) => `  ${printable(address)}`);
  const more = addresses.length - shown.length;
  if (more > 0) shown.push(`  … and ${more} more`);
  const pages = addresses.length === 1 ? "1 page has" : `${addresses.length} pages have`;
  return [`${site}: ${pages} changed`, ...shown].join("\n");
}
