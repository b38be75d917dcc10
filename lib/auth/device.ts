import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { secret } from "@/lib/core/env";

/**
 * A token for a browser from which this person has signed in before, so that whoever guesses from elsewhere cannot
 * keep them waiting. It opens nothing and names nobody: only together with the username does it check out.
 */
export function newDevice(username: string): string {
  const nonce = randomBytes(16).toString("base64url");
  return `${nonce}.${macOf(username, nonce)}`;
}

/** The device a token stands for when it was made for this username, otherwise null. */
export function deviceOf(username: string, token: string | undefined): string | null {
  const [nonce, mac] = (token ?? "").split(".");
  if (!nonce || !mac) return null;
  const [given, right] = [Buffer.from(mac), Buffer.from(macOf(username, nonce))];
  return given.length === right.length && timingSafeEqual(given, right) ? nonce : null;
}

const macOf = (username: string, nonce: string) =>
  createHmac("sha256", secret("AUTH_SECRET")).update(`device|${username}|${nonce}`).digest("base64url");
