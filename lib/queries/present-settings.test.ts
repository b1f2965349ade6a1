import { expect, it } from "vitest";
import { lookAtSettings, presentSettings } from "@/lib/queries/present-settings";
import { writeSettings } from "@/lib/store/site-settings";
import { createTemporaryStore } from "@/lib/store/temporary-store";

it("are the defaults at first, then those of the store, and others when they are said to have changed", async () => {
  const client = await createTemporaryStore();
  expect(presentSettings().comments.provider).toBe("builtin");
  await writeSettings(
    client,
    { name: "One", comments: { provider: "none" } },
    { isMistaken: false, now: 0 },
  );
  await lookAtSettings(client, false);
  expect(presentSettings()).toMatchObject({ name: "One", comments: { provider: "none" } });
  await writeSettings(client, { name: "Two" }, { isMistaken: false, now: 0 });
  await lookAtSettings(client, false);
  expect(presentSettings().name).toBe("One");
  await lookAtSettings(client, true);
  expect(presentSettings()).toMatchObject({ name: "Two", comments: { provider: "builtin" } });
});
