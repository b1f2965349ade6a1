/**
 * For the HEALTHCHECK of the image: exit code 0 where the site in this container answers. Whether its databases do is asked
 * elsewhere (`/api/health`): a new start would not bring them back, and would take away what is still served.
 */
const port = process.env.PORT || "3000";
const given = process.env.HOST || "0.0.0.0";
const host = /^(?:0\.0\.0\.0|::|localhost)$/.test(given) ? "127.0.0.1" : given;
const name = host.includes(":") ? `[${host}]` : host;
const { status } = await fetch(`http://${name}:${port}/api/health/live`, {
  signal: AbortSignal.timeout(4000),
}).catch((/** @type {Error} */ { message }) => ({ status: message }));
if (status !== 200) {
  console.error(`/api/health/live: ${status}`);
  process.exitCode = 1;
}
