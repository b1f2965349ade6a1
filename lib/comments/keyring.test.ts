import { expect, it } from "vitest";
import { hashAddress, readSigned, sign } from "@/lib/comments/keyring";
import { createTemporaryComments } from "@/lib/comments/store/temporary-comments";

const day = 86_400_000;
const now = 20_000 * day;

it("hashes an address in another way every week, and finds the hashes of the weeks before", async () => {
  const client = await createTemporaryComments();
  const [first] = await hashAddress(client, "192.0.2.1", now);
  expect(first).toMatch(/^\d+\.[\w-]{22}$/);
  expect(await hashAddress(client, "192.0.2.1", now)).toEqual([first]);
  expect((await hashAddress(client, "192.0.2.2", now))[0]).not.toBe(first);
  const later = await hashAddress(client, "192.0.2.1", now + 7 * day);
  expect(later).toHaveLength(2);
  expect(later[1]).toBe(first);
});

it("forgets a key after three months, and with it every hash that it made", async () => {
  const client = await createTemporaryComments();
  const [hash] = await hashAddress(client, "192.0.2.1", now);
  await client.batch(
    [
      {
        sql: `INSERT INTO comments (id, post_id, root_id, path, depth, status, name, text, text_hash, created_at, writer_hash, address_hash)
          VALUES ('a', 'p', 'a', 'a', 0, 'visible', 'n', 't', 'h', 1, 'w', ?)`,
        args: [hash],
      },
      { sql: "INSERT INTO blocks VALUES ('address', ?, 1), ('word', 'x', 1)", args: [hash] },
    ],
    "write",
  );
  const later = await hashAddress(client, "192.0.2.1", now + 92 * day);
  expect(later).toHaveLength(1);
  const { rows } = await client.execute("SELECT address_hash FROM comments");
  expect(rows[0]?.address_hash).toBeNull();
  expect((await client.execute("SELECT kind FROM blocks")).rows).toEqual([{ kind: "word" }]);
});

it("believes what it signed for the same use, and nothing else", async () => {
  const client = await createTemporaryComments();
  const signed = await sign(client, "writer", "some~text", now);
  expect(await readSigned(client, "writer", signed, now)).toBe("some~text");
  expect(await readSigned(client, "writer", signed, now + 30 * day)).toBe("some~text");
  expect(await readSigned(client, "session", signed, now)).toBeUndefined();
  for (const forged of ["", "~", "some~text", `x${signed}`, `${signed}x`, signed.slice(0, -1)]) {
    expect(await readSigned(client, "writer", forged, now)).toBeUndefined();
  }
  expect(await readSigned(client, "writer", signed, now + 120 * day)).toBeUndefined();
});
