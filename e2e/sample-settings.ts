import { readSiteFile } from "@/lib/ingest/read-site-file";
import { completeSettings } from "@/lib/settings";

/** Of the samples, on which most stories are played: as the site reads them. */
const { read } = readSiteFile("content");

export const settings = completeSettings(read.outcome === "read" ? read.settings : {});
