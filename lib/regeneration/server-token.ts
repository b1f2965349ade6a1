import { randomBytes } from "node:crypto";
import { processSlot } from "@/lib/process-state.mjs";

const token = processSlot<string>("serverToken");

/** A secret that this process alone knows, with which it may ask itself; commands that it starts get it too. */
export function serverToken(): string {
  token.value ??= randomBytes(32).toString("base64url");
  return token.value;
}
