import path from "node:path";
import type { Browser } from "playwright";
import type { Benchmark } from "@/lib/bench/benchmark";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import type { Site } from "@/lib/bench/content-command";
import { median } from "@/lib/bench/load/percentile";
import type { Session } from "@/lib/bench/session";
import { servingEnvironment, startServer } from "@/lib/bench/start-site";
import type { Row } from "@/lib/bench/table";
import { measureHtml } from "@/lib/bench/weight/html-size";
import { findLighthouse, runLighthouse } from "@/lib/bench/weight/lighthouse";
import { type Visit, visit } from "@/lib/bench/weight/visit";
import { findFreePort } from "@/lib/processes/find-free-port";
import { answers, type RunningServer } from "@/lib/processes/running-server";
import { archiveUrl, frontPageUrl, healthUrl, postUrl, taxonomyUrl, termUrl } from "@/lib/urls";

/** Of the samples: five kinds of page. The article has comments and no picture. */
const pages: readonly (readonly [string, string])[] = [
  ["front page", frontPageUrl],
  ["article", postUrl("a-weather-diary-in-forty-lines")],
  ["tag index", taxonomyUrl("tag")],
  ["a tag", termUrl({ taxonomy: "tag", slug: "hai-gang" })],
  ["archive", archiveUrl],
];

/** Chromium's talks with its maker are turned off. */
const browserArguments = ["--no-sandbox", "--disable-background-networking", "--disable-sync"];

/**
 * `npm run bench -- weight`: what a first visit of a reader with a phone costs.
 * @param findChromium absolute path of the browser
 */
export const createWeightBenchmark = (findChromium: () => string): Benchmark => ({
  about: "bytes of a first visit, by kind of page",
  options: {
    runs: { type: "string", value: "N", about: "visits of each page, for what is timed; 3" },
    lighthouse: {
      type: "string",
      value: "COMMAND",
      about: "runs Lighthouse; one that is installed is found",
    },
  },
  columns: [
    { key: "page", heading: "first visit" },
    { key: "bytes", heading: "bytes" },
    { key: "html", heading: "HTML" },
    { key: "css", heading: "CSS" },
    { key: "script", heading: "script" },
    { key: "picture", heading: "pictures" },
    { key: "other", heading: "other" },
    { key: "bodyBytes", heading: "without headers" },
    { key: "requests", heading: "requests" },
    { key: "nextBytes", heading: "next page" },
    { key: "htmlBytes", heading: "HTML uncompressed" },
    { key: "gzipBytes", heading: "gzip -9" },
    { key: "brotliBytes", heading: "brotli 11" },
    { key: "ratio", heading: "× by hand", digits: 2 },
    { key: "brotliRatio", heading: "× by hand, brotli", digits: 2 },
    { key: "cls", heading: "CLS", digits: 3 },
    { key: "lcpMs", heading: "LCP, ms" },
    { key: "tbtMs", heading: "TBT, ms" },
    { key: "performance", heading: "Lighthouse performance" },
    { key: "accessibility", heading: "accessibility" },
    { key: "bestPractices", heading: "best practices" },
    { key: "seo", heading: "SEO" },
    { key: "lhCls", heading: "its CLS", digits: 3 },
    { key: "lhLcp", heading: "its LCP, ms" },
    { key: "lhTbt", heading: "its TBT, ms" },
  ],
  readme: {
    columns: [
      ...["page", "bytes", "html", "css", "script", "picture", "other", "requests", "nextBytes"],
      ...["ratio", "brotliRatio", "cls", "lcpMs", "tbtMs"],
      ...["performance", "accessibility", "bestPractices", "seo", "lhTbt"],
    ],
  },
  isPartOfAll: true,
  run: async (session) => {
    const chromium = findChromium();
    const lighthouse = findLighthouse(session.options.text("lighthouse"));
    if (!lighthouse) {
      session.say("Lighthouse is left out: it is not installed, and --lighthouse names none");
    }
    const server = await startSamples(session);
    try {
      const browser = await launch(chromium);
      try {
        for (const [name, address] of pages) {
          await session.measure(`weight ${name}`, async () => ({
            page: name,
            ...(await measurePage(browser, server.origin + address, session)),
          }));
        }
      } finally {
        await browser.close();
      }
      if (!lighthouse) return;
      for (const [name, address] of pages) {
        const url = server.origin + address;
        await session.measure(`lighthouse ${name}`, async () => ({
          part: "Lighthouse",
          page: name,
          ...(await runLighthouse(lighthouse, url, chromium, session)),
        }));
      }
    } finally {
      await server.stop();
    }
  },
});

/** `npm start` on the samples, whatever the operator of this machine has set, without a comment. */
async function startSamples(session: Session): Promise<RunningServer> {
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const folder = session.resources.createFolder("samples");
  const site: Site = {
    contentDirectory: path.join(session.root, "content"),
    databaseUrl: `file:${path.join(folder, "content.db")}`,
  };
  return startServer(session, {
    command: ["npm", "start"],
    env: {
      ...servingEnvironment(site),
      COMMENTS_DATABASE_URL: `file:${path.join(folder, "comments.db")}`,
      COMMENTS_PROVIDER: "",
      // Links and policies as on this machine: Chromium asks for nothing by HTTPS.
      SITE_URL: origin,
      PORT: String(port),
    },
    origin,
    isUp: answers(origin + healthUrl),
  });
}

/** Its own module is asked for when it is needed: no other benchmark has use for a browser. */
async function launch(executablePath: string): Promise<Browser> {
  const { chromium } = await import("playwright");
  return chromium.launch({ executablePath, args: browserArguments });
}

async function measurePage(browser: Browser, url: string, session: Session): Promise<Row> {
  // What is rendered or packed at the first visit is kept for the next.
  await readHtml(url);
  const html = await readHtml(url);
  const visits: Visit[] = [];
  for (let run = session.options.count("runs", 3); run > 0; run -= 1) {
    session.resources.signal.throwIfAborted();
    visits.push(await visit(browser, url));
  }
  const [counted] = visits;
  if (!counted) throw new BenchmarkError("no visit");
  const { bytes, bodyBytes, requests, byKind } = counted.first;
  return {
    bytes,
    ...byKind,
    bodyBytes,
    requests,
    nextBytes: counted.next?.bytes,
    ...measureHtml(html),
    cls: median(visits.map(({ vitals }) => vitals.cls)),
    lcpMs: median(visits.map(({ vitals }) => vitals.lcpMs)),
    tbtMs: median(visits.map(({ vitals }) => vitals.tbtMs)),
  };
}

async function readHtml(url: string): Promise<string> {
  const response = await fetch(url, { headers: { accept: "text/html" } });
  if (!response.ok) throw new BenchmarkError(`${url} answers ${response.status}`);
  return response.text();
}
