import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { ArchivePlan } from "@/lib/bench/archive/archive";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { findHugo, runHugo } from "@/lib/bench/hugo";
import type { Session } from "@/lib/bench/session";
import { startServer } from "@/lib/bench/start-site";
import { findFreePort } from "@/lib/processes/find-free-port";
import { answers, type RunningServer } from "@/lib/processes/running-server";

/** A page of Hugo's that is served. */
export interface ServedByNginx {
  server: RunningServer;
  address: string;
}

/** Why there is none on this machine; undefined where there can be one. */
export function explainMissing(): string | undefined {
  const { error, stderr } = spawnSync("nginx", ["-V"], { encoding: "utf8" });
  if (error) return "nginx is not installed";
  if (!stderr.includes("http_gzip_static_module")) return "this nginx has no gzip_static";
  return findHugo() === undefined ? "hugo is not installed" : undefined;
}

/**
 * The same posts as Hugo renders them, and nginx in front of the files, as fast as it is with its own settings: a process
 * for each core, no log, what is compressed on the disk already (gzip; Debian's can't do brotli).
 */
export async function serveHugo(
  plan: ArchivePlan,
  title: string,
  session: Session,
): Promise<ServedByNginx> {
  const { project, run } = await runHugo(plan, session);
  if (run.status !== 0) throw new BenchmarkError("hugo has failed over the archive");
  const folder = path.join(project, "public");
  const page = findPage(folder, title);
  writeFileSync(`${page}.gz`, gzipSync(readFileSync(page), { level: 9 }));
  const port = await findFreePort();
  writeFileSync(path.join(project, "nginx.conf"), configure(project, port));
  const origin = `http://127.0.0.1:${port}`;
  const address = encodeURI(`/${path.relative(folder, path.dirname(page))}/`);
  const server = await startServer(session, {
    command: ["nginx", "-p", project, "-c", path.join(project, "nginx.conf"), "-e", "stderr"],
    origin,
    isUp: answers(origin + address),
  });
  return { server, address };
}

/** Where there are several of one title, the first will do. */
function findPage(folder: string, title: string): string {
  const start = `<h1>${title}</h1>`;
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => path.basename(file) === "index.html",
  );
  const page = pages.find((file) =>
    unescapeText(readFileSync(path.join(folder, file), "utf8")).startsWith(start),
  );
  if (page === undefined) throw new BenchmarkError(`Hugo has made no page of “${title}”`);
  return path.join(folder, page);
}

/** Titles have quotation marks and ampersands at the most. */
const unescapeText = (html: string): string =>
  html.replaceAll("&#34;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");

const configure = (project: string, port: number): string => `daemon off;
pid ${project}/nginx.pid;
error_log stderr;
worker_processes auto;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 1024; }
http {
  types { text/html html; }
  default_type application/octet-stream;
  access_log off;
  sendfile on;
  tcp_nopush on;
  open_file_cache max=1000;
  gzip_static on;
  keepalive_requests 1000000;
  client_body_temp_path ${project}/nginx-body;
  proxy_temp_path ${project}/nginx-proxy;
  fastcgi_temp_path ${project}/nginx-fastcgi;
  uwsgi_temp_path ${project}/nginx-uwsgi;
  scgi_temp_path ${project}/nginx-scgi;
  server { listen 127.0.0.1:${port}; root ${project}/public; }
}
`;
