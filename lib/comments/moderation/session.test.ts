import { describe, expect, it } from "vitest";
import {
  findModerator,
  type LoginRequest,
  logIn,
  loginLimits,
  logOut,
  sessionSeconds,
} from "@/lib/comments/moderation/session";
import {
  createTemporaryModeration,
  type TemporaryModeration,
  testPassword,
} from "@/lib/comments/moderation/temporary-moderation";

const attempt = (
  service: TemporaryModeration,
  { password = testPassword, name = "", address = "192.0.2.1", device = "" } = {},
) => logIn(service, { password, name, address, devices: [device] } satisfies LoginRequest);

const outcome = (login: Awaited<ReturnType<typeof logIn>>) => (login.ok ? "in" : login.reason);

async function enter(service: TemporaryModeration, given: Parameters<typeof attempt>[1] = {}) {
  const login = await attempt(service, given);
  if (!login.ok) throw new Error(login.reason);
  return login;
}

describe("a session", () => {
  it("is opened by the password, and says who it is", async () => {
    const service = await createTemporaryModeration();
    const { session } = await enter(service, { name: "  林\n海 " });
    expect(await findModerator(service, [session])).toEqual({ actor: "林 海" });
    const nameless = await enter(service, { name: "\u202eevil" });
    expect(await findModerator(service, [nameless.session])).toEqual({ actor: "admin" });
  });

  it("ends by itself, by logging out, and by another password", async () => {
    const service = await createTemporaryModeration();
    const [first, second, third] = [
      await enter(service),
      await enter(service),
      await enter(service),
    ];
    await logOut(service, [first.session]);
    expect(await findModerator(service, [first.session])).toBeUndefined();
    expect(await findModerator(service, [second.session])).toBeDefined();
    const changed = { ...service, password: "another one" };
    expect(await findModerator(changed, [second.session])).toBeUndefined();
    service.clock.now += sessionSeconds * 1000;
    expect(await findModerator(service, [third.session])).toBeUndefined();
  });

  it("can't be forged", async () => {
    const service = await createTemporaryModeration();
    const { session, device } = await enter(service);
    const [token = ""] = session.split("~");
    for (const forged of ["", token, `${token}~`, `${session}x`, `x${session}`, device, "a~b"]) {
      expect(await findModerator(service, [forged]), forged).toBeUndefined();
    }
    const { rows } = await service.store.execute("SELECT token_hash FROM admin_sessions");
    expect(rows.every(({ token_hash }) => !session.includes(String(token_hash)))).toBe(true);
  });
});

describe("guessing", () => {
  it("is over after a few tries, with the right password too, until time has passed", async () => {
    const service = await createTemporaryModeration();
    const guesses = [];
    for (let turn = 0; turn <= loginLimits.ofVisitor; turn += 1) {
      guesses.push(outcome(await attempt(service, { password: `guess ${turn}` })));
    }
    expect(guesses).toEqual(["wrong", "wrong", "wrong", "wrong", "wrong", "throttled"]);
    expect(outcome(await attempt(service))).toBe("throttled");
    expect(outcome(await attempt(service, { address: "192.0.2.2" }))).toBe("in");
    service.clock.now += loginLimits.minutes * 60_000;
    expect(outcome(await attempt(service))).toBe("in");
  });

  it("a hundred times at once is as many guesses", async () => {
    const service = await createTemporaryModeration();
    const guesses = await Promise.all(
      Array.from({ length: 100 }, (_, turn) => attempt(service, { password: `guess ${turn}` })),
    );
    expect(guesses.map(outcome).filter((found) => found === "wrong")).toHaveLength(
      loginLimits.ofVisitor,
    );
  });

  it("from many addresses is over too, and doesn't lock out a browser that was in before", async () => {
    const service = await createTemporaryModeration();
    const { device } = await enter(service);
    const guesses: string[] = [];
    for (let host = 0; host <= loginLimits.ofAll; host += 1) {
      const address = `198.51.100.${host}`;
      guesses.push(outcome(await attempt(service, { password: "guess", address })));
    }
    expect(guesses.filter((found) => found === "wrong")).toHaveLength(loginLimits.ofAll);
    expect(outcome(await attempt(service))).toBe("throttled");
    expect(outcome(await attempt(service, { device: `${device}x` }))).toBe("throttled");
    expect(outcome(await attempt(service, { device }))).toBe("in");
  });

  it("from a browser that knew a former password is a stranger's", async () => {
    const service = await createTemporaryModeration();
    const { device } = await enter(service);
    for (let turn = 0; turn < loginLimits.ofVisitor; turn += 1) {
      await attempt(service, { password: "guess" });
    }
    const renewed = { ...service, password: "another password" };
    const tried = await attempt(renewed, { password: "another password", device });
    expect(outcome(tried)).toBe("throttled");
  });

  it("from a known browser has few tries as well", async () => {
    const service = await createTemporaryModeration();
    const { device } = await enter(service);
    for (let turn = 0; turn < loginLimits.ofVisitor; turn += 1) {
      expect(outcome(await attempt(service, { password: "guess", device }))).toBe("wrong");
    }
    expect(outcome(await attempt(service, { device }))).toBe("throttled");
  });

  it("is forgotten once the right password comes", async () => {
    const service = await createTemporaryModeration();
    for (let turn = 1; turn < loginLimits.ofVisitor; turn += 1) {
      await attempt(service, { password: "guess" });
    }
    expect(outcome(await attempt(service))).toBe("in");
    expect(outcome(await attempt(service, { password: "guess" }))).toBe("wrong");
  });
});
