import type { Client } from "@libsql/client";
import { cacheTags } from "@/lib/cache-tags";
import {
  bringUpToDate,
  contentDirectory,
  findStoredState,
  root,
} from "@/lib/commands/content/bring-up-to-date";
import { bringUpToDateAloud, type ReportOptions } from "@/lib/commands/content/report";
import type { PublishOptions } from "@/lib/commands/publish/publish-options";
import { findTargets, type PublishTarget } from "@/lib/commands/publish/publish-targets";
import { pullContent } from "@/lib/commands/publish/pull-content";
import { waitForPages } from "@/lib/commands/publish/wait-for-pages";
import { listRunningSites } from "@/lib/commands/site/running-sites";
import type { Seen } from "@/lib/commands/watch/changed-paths";
import type { Environment } from "@/lib/environment";
import type { IngestSummary } from "@/lib/ingest/ingest";
import { askSite, type SiteAnswer } from "@/lib/regeneration/ask-site";
import {
  type ContentState,
  findChangesSince,
  findContentState,
  findRefreshed,
  noteRefreshed,
} from "@/lib/store/change-log";
import { openContentDatabase } from "@/lib/store/content-database";
import { frontPageUrl } from "@/lib/urls";

/** What became of one site. */
export interface SiteReport {
  site: string;
  /** Whether all pages may look different. */
  everything: boolean;
  /** Addresses that show something else now; a listing counts once, with all its pages. */
  addresses: string[];
  tags: string[];
}

export interface PublishReport {
  content: IngestSummary;
  sites: SiteReport[];
  errors: string[];
}

/** For whom it is done: for this process, or for a command that has handed its work over to it. */
export interface Publisher extends Pick<ReportOptions, "told" | "output"> {
  /** The variables of whoever asks, by which Git finds keys and sites open their doors. */
  variables: Readonly<Record<string, string | undefined>>;
  environment: Environment;
  /** Tells, once what is to be pulled has come, which files may have changed; unset where nobody knows. */
  look?: () => Seen;
}

/**
 * Brings the store up to date and refreshes the running sites; what goes wrong with one doesn't keep it from another.
 * @param seen what a watcher has seen; unset where there is none
 */
export async function publishOnce(
  options: PublishOptions,
  { variables, environment, look, ...reporting }: Publisher,
  seen?: Seen,
): Promise<PublishReport | { error: string }> {
  if (options.pull) {
    const pulled = await pullContent(contentDirectory, variables);
    if (!pulled.ok) return { error: pulled.error };
  }
  const before = await findStoredState();
  const { paths: changed, isCheck } = seen ?? look?.() ?? { isCheck: false };
  const content = await (options.json
    ? bringUpToDate({ changed })
    : bringUpToDateAloud({ changed, isCheck, ...reporting }));
  const running = await listRunningSites(root, environment.contentDatabase.url);
  const found = findTargets(options.sites, running, environment);
  if (!found.ok) return { error: found.error };
  const client = openContentDatabase(environment.contentDatabase);
  try {
    const results = await Promise.all(
      found.targets.map((target) => refresh(client, target, before, options)),
    );
    return {
      content,
      sites: results.flatMap(({ report }) => report ?? []),
      errors: results.flatMap(({ errors }) => errors),
    };
  } finally {
    client.close();
  }
}

async function refresh(
  client: Client,
  { site, secret }: PublishTarget,
  before: ContentState | undefined,
  { wait }: PublishOptions,
): Promise<{ report?: SiteReport; errors: string[] }> {
  const state = await findContentState(client);
  const result = await askSite(site, secret, await findRefreshed(client, site));
  if (!result.ok) {
    return {
      errors: [
        `${result.error}; the content store is up to date, and the site catches up when it is started or told again`,
      ],
    };
  }
  const { answer } = result;
  if (!state || answer.store !== state.store || answer.change < state.change) {
    return {
      errors: [
        `${site} reads another content store than this folder's: give both the same CONTENT_DIR and CONTENT_DATABASE_URL, or start the site again`,
      ],
    };
  }
  await noteRefreshed(client, site, answer.change);
  // A server may have noticed by itself what this run has brought.
  const changes = before && (await findChangesSince(client, before));
  const noticed = changes && changes.touched !== "everything" ? changes.touched : [];
  const report = describeAnswer(site, [...answer.revalidated, ...noticed]);
  if (!wait) return { report, errors: [] };
  const addresses = report.everything ? [frontPageUrl] : report.addresses;
  return { report, errors: await waitForPages(client, site, addresses) };
}

/** Tags that every page of a site carries. */
const onEveryPage: ReadonlySet<string> = new Set([cacheTags.everything, cacheTags.settings]);

function describeAnswer(site: string, revalidated: SiteAnswer["revalidated"]): SiteReport {
  return {
    site,
    everything: revalidated.some(({ tag }) => onEveryPage.has(tag)),
    addresses: [...new Set(revalidated.flatMap(({ address }) => address ?? []))].sort(),
    tags: [...new Set(revalidated.map(({ tag }) => tag))],
  };
}
