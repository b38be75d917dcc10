import { Secret, TOTP } from "otpauth";

const PERIOD = 30;

/** A new second-factor secret (160 bits, base32). Shown once, to its owner. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that an authenticator app reads as a QR code. */
export const totpUri = (username: string, secret: string): string => totp(secret, username).toString();

/**
 * The 30-second step that a typed code belongs to, one step of drift either way, or null when it is wrong.
 * The caller stores the step, so that no code works twice.
 */
export function totpStep(secret: string, typed: string, now: Date): number | null {
  const token = typed.normalize("NFKC").replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(secret).validate({ token, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + delta;
}

/** The code an authenticator shows at that moment. */
export const totpCode = (secret: string, now: Date): string =>
  totp(secret).generate({ timestamp: now.getTime() });

const totp = (secret: string, label = "") =>
  new TOTP({ issuer: "Vigilia", label, secret: Secret.fromBase32(secret), period: PERIOD, digits: 6 });
