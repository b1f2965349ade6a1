import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { moderationLoginUrl, moderationUrl } from "@/lib/urls";

/** Someone who is logged in at the desk, without a browser. */
export class Moderator {
  #origin: string;
  #cookie: string;

  private constructor(origin: string, cookie: string) {
    this.#origin = origin;
    this.#cookie = cookie;
  }

  static async logIn(origin: string, password: string): Promise<Moderator> {
    const response = await fetch(origin + moderationLoginUrl, {
      method: "POST",
      body: new URLSearchParams({ password }),
      redirect: "manual",
    });
    const cookie = response.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
    if (response.status !== 303) throw new BenchmarkError(`the login answers ${response.status}`);
    return new Moderator(origin, cookie.join("; "));
  }

  /** Approves or hides a comment as it is in its version. */
  async act(act: "approve" | "hide", id: string, version: number): Promise<void> {
    const response = await fetch(this.#origin + moderationUrl, {
      method: "POST",
      body: new URLSearchParams({ one: `${act} ${id} ${version}` }),
      headers: { cookie: this.#cookie },
      redirect: "manual",
    });
    const done = response.headers.get("location") ?? "";
    if (!done.includes(`done=${act}.1.0`)) {
      throw new BenchmarkError(`to ${act} a comment answers ${response.status} ${done}`);
    }
  }
}
