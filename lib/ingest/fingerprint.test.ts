import { expect, it } from "vitest";
import { fingerprintPipeline } from "@/lib/ingest/fingerprint";
import { createTemporaryArchive, postFile } from "@/lib/ingest/temporary-archive";
import { completeSettings } from "@/lib/settings";
import { compileSettings } from "@/lib/site/compile-settings";
import type { SiteSettings } from "@/lib/site/site-settings";

const settings = completeSettings({});

const fingerprint = (change: Partial<SiteSettings> = {}, compiler = "compiler") =>
  fingerprintPipeline(compiler, compileSettings({ ...settings, ...change }));

it("doesn't depend on the order in which settings are given", () => {
  const { language, timeZone, commentsByDefault, ownPages } = compileSettings(settings);
  const turned = { ownPages, commentsByDefault, timeZone, language };
  expect(fingerprintPipeline("compiler", turned)).toBe(fingerprint());
});

it("has an archive compiled again for a setting that compiling reads, and for another compiler; for nothing else", async () => {
  const archive = await createTemporaryArchive();
  for (const name of ["one", "two", "three"]) archive.write(`${name}.md`, postFile(name));
  const countCompiled = async (pipeline: string) => (await archive.ingest({ pipeline })).compiled;
  expect(await countCompiled(fingerprint())).toBe(3);
  for (const change of [
    { pageSize: settings.pageSize + 1 },
    { name: "Another" },
    { footer: "Another line." },
  ]) {
    expect(await countCompiled(fingerprint(change)), JSON.stringify(change)).toBe(0);
  }
  expect(await countCompiled(fingerprint({ timeZone: "Europe/London" }))).toBe(3);
  expect(await countCompiled(fingerprint({ timeZone: "Europe/London" }, "another"))).toBe(3);
});
