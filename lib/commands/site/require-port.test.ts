import { once } from "node:events";
import { createServer } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { explainError } from "@/lib/commands/setup/explain-error";
import { requirePort } from "@/lib/commands/site/require-port";
import { findFreePort } from "@/lib/processes/find-free-port";

it("a free port stays free", async () => {
  const port = await findFreePort();
  await requirePort(port);
  await requirePort(port);
});

it("an interface that isn't there is said in one line, with what to do", async () => {
  const port = await findFreePort();
  await requirePort(port, "127.0.0.1");
  const refused = await requirePort(port, "192.0.2.1").catch((thrown) => explainError(thrown));
  expect(refused).toMatch(/^HOST=192\.0\.2\.1 is no address of this machine; /);
});

it("one that is taken is said in one line, with what to do", async () => {
  const other = createServer().listen(0);
  onTestFinished(() => void other.close());
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const refused = await requirePort(port).catch((thrown: unknown) => explainError(thrown));
  expect(refused).toBe(
    `port ${port} is taken, perhaps by this site; stop what runs there, or set PORT to another one`,
  );
});
