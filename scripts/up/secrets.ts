import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Every secret an installation has. Each is 32 random bytes, made once, readable by its owner only. */
export const SECRETS = [
  "session",
  "intake-pepper",
  "flow-key",
  "database-superuser",
  "database-owner",
  "database-intake",
  "database-desk",
  "database-public",
  "database-worker",
  "database-backup",
] as const;
export type SecretName = (typeof SECRETS)[number];

/** Makes the secrets that are missing; one that exists is never replaced. Answers how many were made. */
export function makeSecrets(dataDir: string): number {
  const directory = join(dataDir, "secrets");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return SECRETS.filter((name) => makeSecretFile(join(directory, name))).length;
}

/** Writes 32 random bytes (base64url) to a file that does not exist yet, whole or not at all. */
export function makeSecretFile(file: string): boolean {
  if (existsSync(file)) return false;
  const half = `${file}.${process.pid}`;
  writeFileSync(half, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  try {
    linkSync(half, file);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(half, { force: true });
  }
}

/** One secret of this data directory, made on the spot where it is missing. */
export function readSecret(dataDir: string, name: SecretName): string {
  const file = join(dataDir, "secrets", name);
  if (!existsSync(file)) makeSecrets(dataDir);
  return readFileSync(file, "utf8").trim();
}
