import type { Addresses } from "../database/addresses";
import { readSecret } from "./secrets";

const PASSED_ON =
  /^(PATH|HOME|LANG|LC_\w+|TZ|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|NODE_ENV|TMPDIR|TEMP|SystemRoot|(PUBLIC|FAMILY|DESK)_ORIGIN|(PUBLIC|FAMILY)_ONION|S3_\w+|AWS_\w+|VIGILIA_(?!PASSPHRASE)\w+)$/;

/** What every child gets of this process's environment: named things only, so that no owner's address, password or passphrase slips in. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => PASSED_ON.test(name));
  return { ...Object.fromEntries(kept), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
}

/** What the process that parses the world's input holds: the two narrow doors, and no desk key or address. */
export function openEnvironment(dataDir: string, addresses: Addresses): Record<string, string> {
  return {
    VIGILIA_SURFACE: "open",
    VIGILIA_DATA_DIR: dataDir,
    PUBLIC_DATABASE_URL: addresses.public,
    INTAKE_DATABASE_URL: addresses.intake,
    INTAKE_PEPPER: readSecret(dataDir, "intake-pepper"),
    FLOW_KEY: readSecret(dataDir, "flow-key"),
  };
}

/** What the staff's process holds. */
export function deskEnvironment(
  dataDir: string,
  addresses: Addresses,
  origin: string,
): Record<string, string> {
  return {
    VIGILIA_SURFACE: "desk",
    VIGILIA_DATA_DIR: dataDir,
    DESK_DATABASE_URL: addresses.desk,
    WORKER_DATABASE_URL: addresses.worker,
    // For the codes it gives by telephone.
    INTAKE_PEPPER: readSecret(dataDir, "intake-pepper"),
    AUTH_SECRET: readSecret(dataDir, "session"),
    NEXTAUTH_SECRET: readSecret(dataDir, "session"),
    NEXTAUTH_URL: process.env.DESK_ORIGIN ?? origin,
  };
}

/** What operators' commands and first-data steps run with: every door but the owner's. */
export function commandEnvironment(dataDir: string, addresses: Addresses): Record<string, string> {
  const { VIGILIA_SURFACE: _open, ...open } = openEnvironment(dataDir, addresses);
  const { VIGILIA_SURFACE: _desk, NEXTAUTH_URL: _url, ...desk } = deskEnvironment(dataDir, addresses, "");
  return { ...open, ...desk };
}
