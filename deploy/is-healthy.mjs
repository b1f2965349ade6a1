/**
 * For the HEALTHCHECK of the image: exit code 0 where the site in this container answers. Whether its databases do is asked
 * elsewhere (`/api/health`): a new start would not bring them back, and would take away what is still served.
 */
const port = process.env.PORT || "3000";
const { status } = await fetch(`http://127.0.0.1:${port}/api/health/live`, {
  signal: AbortSignal.timeout(4000),
}).catch((/** @type {Error} */ { message }) => ({ status: message }));
if (status !== 200) {
  console.error(`/api/health/live: ${status}`);
  process.exitCode = 1;
}
