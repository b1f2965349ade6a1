/** For the HEALTHCHECK of the image: exit code 0 where the site of this container can serve. */
const port = process.env.PORT || "3000";
const { status } = await fetch(`http://127.0.0.1:${port}/api/health`, {
  signal: AbortSignal.timeout(4000),
}).catch((/** @type {Error} */ { message }) => ({ status: message }));
if (status !== 200) {
  console.error(`/api/health: ${status}`);
  process.exitCode = 1;
}
