import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { cacheTags } from "@/lib/cache-tags";
import { readAddress } from "@/lib/read-address";
import {
  archiveMonthUrl,
  archiveYearUrl,
  dueUrl,
  frameworkRoots,
  latestUrl,
  listRoutes,
  movedUrls,
  postUrl,
  publicFolders,
  roots,
  taxonomyUrl,
  termUrl,
} from "@/lib/urls";

it("spells addresses as the design has them", () => {
  expect(postUrl("a-b")).toBe("/posts/a-b");
  expect(taxonomyUrl("category")).toBe("/categories");
  expect(termUrl({ taxonomy: "tag", slug: "x" })).toBe("/tags/x");
  expect(termUrl({ taxonomy: "author", slug: "x" }, 2)).toBe("/authors/x/page/2");
  expect(termUrl({ taxonomy: "source", slug: "x" }, 3)).toBe("/sources/x/page/3");
  expect(archiveYearUrl(2023)).toBe("/archive/2023");
  expect(archiveMonthUrl(2023, 1)).toBe("/archive/2023/01");
  expect(archiveMonthUrl(2023, 10, 2)).toBe("/archive/2023/10/page/2");
});

it("has one address for the first page of a listing", () => {
  expect(latestUrl(1)).toBe("/");
  expect(latestUrl(2)).toBe("/latest/page/2");
  expect(termUrl({ taxonomy: "tag", slug: "x" }, 1)).toBe("/tags/x");
  expect(archiveYearUrl(2023, 1)).toBe("/archive/2023");
});

it("names what pages depend on in short ASCII, whatever the names", () => {
  const slug = "x".repeat(80);
  const name = "作者".repeat(200);
  const tags = [
    cacheTags.post(slug),
    cacheTags.neighbours(slug),
    cacheTags.term("category", slug),
    cacheTags.page(name),
    cacheTags.author(name),
    cacheTags.month(2023, 10),
  ];
  for (const tag of tags) expect(tag).toMatch(/^[\x21-\x7e]{1,100}$/);
  expect(new Set(tags).size).toBe(tags.length);
});

const filesBelow = (folder: string, name: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(path.basename(file)))
    .map((file) => path.join(folder, file));

describe("the address book", () => {
  it("names what `app/` answers, and nothing else", () => {
    const files = filesBelow(
      "app",
      /^(?:page\.tsx|route\.ts|\w+\.(?:xml|txt|webmanifest)|favicon\.ico)$/,
    );
    const answered = files.map((file) => {
      const place = path.relative("app", file).replace(/(?:^|\/)(?:page\.tsx|route\.ts)$/, "");
      const pieces = place.split("/").filter((piece) => piece !== "" && !piece.startsWith("("));
      return `/${pieces.join("/")}`;
    });
    expect(answered.sort()).toEqual(
      listRoutes()
        .map((route) => route.path)
        .sort(),
    );
  });

  it("has one route for every address", () => {
    const paths = listRoutes().map((route) => route.path.replace(/\[\w+\]/g, "[]"));
    expect(new Set(paths).size).toBe(paths.length);
    for (const { kind, path: route } of listRoutes()) {
      const page = route
        .replace("[slug]", "page")
        .replace("[year]", "2023")
        .replace("[month]", "10");
      const example = page
        .replace("[page]", "2")
        .replace("[id]", "01hf0k3x9a2b4c")
        .replace("[file]", "a3231b.css");
      expect(readAddress(example).kind, example).toBe(kind);
    }
  });

  it("has the folders of `public/` that pages take from", () => {
    for (const folder of Object.values(publicFolders)) {
      expect(readdirSync(`public${folder}`)).not.toEqual([]);
    }
  });

  it("is what files without types say, which can't read it", async () => {
    const { crons } = JSON.parse(readFileSync("vercel.json", "utf8"));
    expect(crons).toMatchObject([{ path: dueUrl }]);
    const { default: configure } = await import("../next.config.mjs");
    const { redirects, headers } = configure("phase-development-server");
    expect(await redirects?.()).toEqual(
      Object.entries(movedUrls).map(([source, destination]) => ({
        source,
        destination,
        permanent: true,
      })),
    );
    const sources = (await headers?.())?.map(({ source }) => source) ?? [];
    expect(sources.length).toBeGreaterThan(1);
    const written = sources.flatMap((source) => source.match(/[a-z_]{3,}/g) ?? []);
    const { machines, desk, accent } = roots;
    const named = [machines, desk, accent, frameworkRoots[0], ...Object.values(publicFolders)];
    const known = named.map((root) => root.slice(1));
    // The rules for browsers that fetch pages ahead have a file.
    expect(new Set(written)).toEqual(new Set([...known, "speculation", "rules", "json"]));
  });

  it("is what scripts say that ask the output of a build for Vercel", () => {
    const script = readFileSync("lib/commands/verify-vercel.mjs", "utf8");
    const asked = [...script.matchAll(/"x-matched-path": "([^"]+)"/g)].map(([, route]) => route);
    expect(asked.length).toBeGreaterThan(2);
    expect(listRoutes().map((route) => route.path)).toEqual(expect.arrayContaining(asked));
    expect(readFileSync("lib/commands/vercel/vercel-output.mjs", "utf8")).toContain(`"${dueUrl}"`);
  });

  it("is what browsers let scripts load from", () => {
    const policy = readFileSync("lib/security/trusted-types.ts", "utf8");
    expect(policy).toContain(`["${frameworkRoots[0]}/static/", "${publicFolders.scripts}/"]`);
  });

  it("is where addresses are spelt, and nowhere else", () => {
    const all = [roots, publicFolders, frameworkRoots.slice(0, 1)].flatMap((book) =>
      Object.values(book),
    );
    const spelt = new RegExp(`["'\`}](?:${all.join("|")})(?=["'\`/?])`);
    const sources = ["app", "components", "lib", "e2e"].flatMap((folder) =>
      filesBelow(folder, /^(?!.*\.(?:test|spec)\.).*\.(?:tsx?|mjs)$/),
    );
    expect(sources.length).toBeGreaterThan(300);
    const spelling = sources.filter((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .some((line) => spelt.test(line) && !isCommentOrType.test(line)),
    );
    expect(spelling.sort()).toEqual(maySpell);
  });
});

const isCommentOrType = /^\s*(?:\/?\*|\/\/)|(?:PageProps|RouteContext)</;

/** The book; what can't read it and is tested above; what has addresses for its subject, as an editor or attacker has them. */
const maySpell = [
  "lib/commands/vercel/vercel-output.mjs",
  "lib/commands/verify-vercel.mjs",
  "lib/html/testing/attacks/pipeline.ts",
  "lib/ingest/testing/arbitrary-posts.ts",
  "lib/ingest/testing/old-addresses.ts",
  "lib/ingest/testing/sample-addresses.ts",
  "lib/page-cache/lean/next-markup.ts",
  "lib/security/trusted-types.ts",
  "lib/speculation-rules.mjs",
  "lib/urls.ts",
];
