import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { openCommentsDatabase } from "@/lib/comments/store/comments-database";
import { createTemporaryAddress } from "@/lib/comments/store/temporary-comments";

/** Opens the database as a server does, says how it went, and goes. */
const starter = (url: string) => `
  import { openCommentsDatabase } from "./lib/comments/store/comments-database.ts";
  const client = await openCommentsDatabase({ url: ${JSON.stringify(url)} });
  await client.execute("INSERT INTO closed_threads VALUES ('" + process.pid + "', 0)");
  client.close();
`;

it("processes that start at once set a database up together, and each can write", async () => {
  const url = await createTemporaryAddress();
  const starters = [1, 2, 3].map(() =>
    spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", starter(url)], {
      stdio: ["ignore", "inherit", "inherit"],
    }),
  );
  const codes = await Promise.all(starters.map(async (child) => (await once(child, "exit"))[0]));
  expect(codes).toEqual([0, 0, 0]);
  const client = await openCommentsDatabase({ url });
  expect((await client.execute("SELECT * FROM closed_threads")).rows).toHaveLength(3);
  client.close();
}, 60_000);
