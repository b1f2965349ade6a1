import "@/lib/commands/setup/explain-errors";
import "@/lib/commands/setup/load-environment";
import { toOutdatedJson } from "@/lib/commands/content/outdated-files";
import {
  type PublishReport,
  publishOnce,
  type SiteReport,
} from "@/lib/commands/publish/publish-once";
import { type PublishOptions, readPublishOptions } from "@/lib/commands/publish/publish-options";
import type { Seen } from "@/lib/commands/watch/changed-paths";
import { createSayOnce } from "@/lib/commands/watch/say-once";
import { watchContent } from "@/lib/commands/watch/watch-content";
import { printable, printableLines } from "@/lib/printable.mjs";

/**
 * `npm run publish`: brings the store up to date and refreshes the
 * running site; says which pages changed.
 */

/** More would push what matters off the screen; `--json` has all. */
const shownAddresses = 40;

interface Outcome {
  /** Whether what could be published is; else it is worth another try. */
  isDone: boolean;
  /** Whether every file is shown as it is. */
  isComplete: boolean;
}

async function publish(options: PublishOptions, seen?: Seen): Promise<Outcome> {
  const started = performance.now();
  const report = await publishOnce(options, seen);
  const ms = Math.round(performance.now() - started);
  if ("error" in report) {
    if (options.json)
      console.log(printable(JSON.stringify({ sites: [], errors: [report.error], ms })));
    else sayErrors([report.error]);
    return { isDone: false, isComplete: false };
  }
  const isDone = report.errors.length === 0;
  const outcome = { isDone, isComplete: isDone && report.content.outdated.length === 0 };
  if (seen?.isCheck && isIdle(report)) {
    sayErrors([]);
    return outcome;
  }
  if (options.json) console.log(printable(JSON.stringify(toJson(report, ms))));
  else sayReport(seen?.isCheck ? withoutIdle(report) : report, ms);
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

function sayReport({ sites, errors }: PublishReport, ms: number): void {
  for (const site of sites) console.log(describeSite(site));
  sayErrors(errors);
  if (sites.length > 0) console.log(`published in ${(ms / 1000).toFixed(1)} s`);
}

/** A site that isn't there is told once by a watcher, and not at each try. */
const sayOnce = createSayOnce((message) => console.error(message));

const sayErrors = (errors: readonly string[]): void =>
  sayOnce(
    errors.length === 0
      ? undefined
      : errors.map((error) => `masthead: ${printableLines(error)}`).join("\n"),
  );

function describeSite({ site, everything, addresses }: SiteReport): string {
  if (everything) return `${site}: every page is rendered anew at its next visit`;
  if (addresses.length === 0) return `${site}: no page has changed`;
  const shown = addresses.slice(0, shownAddresses).map((address) => `  ${printable(address)}`);
  const more = addresses.length - shown.length;
  if (more > 0) shown.push(`  … and ${more} more`);
  const pages = addresses.length === 1 ? "1 page has" : `${addresses.length} pages have`;
  return [`${site}: ${pages} changed`, ...shown].join("\n");
}

const options = readPublishOptions(process.argv.slice(2));
if (options.watch) {
  let pulled = false;
  watchContent(async (seen) => {
    const { isDone } = await publish({ ...options, pull: options.pull && !pulled }, seen);
    pulled ||= isDone;
    return isDone;
  });
} else if (!(await publish(options)).isComplete) {
  process.exitCode = 1;
}
