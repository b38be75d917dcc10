import { spawnSync } from "node:child_process";

/** What some tests put to use beside Chromium, and Debian's package for it: judges of our files, and other people's browsers. */
const PROGRAMS = {
  pdftoppm: "poppler-utils",
  exiftool: "libimage-exiftool-perl",
  w3m: "w3m",
  "firefox-esr": "firefox-esr",
  nginx: "nginx",
};

/**
 * Brings in through apt, when we may, what is missing; answers the programs still missing. Where none is, tests that need one fail
 * without it (`TOOLS_REQUIRED`) instead of being left out.
 */
export function bringPrograms(): string[] {
  if (missing().length > 0 && mayInstall()) {
    quietly("apt-get", ["update"]);
    const packages = missing().map((program) => PROGRAMS[program]);
    quietly("apt-get", ["install", "-y", "--no-install-recommends", ...packages]);
  }
  const still = missing();
  if (still.length === 0) process.env.TOOLS_REQUIRED = "1";
  return still;
}

/** Whether Debian's packages are ours to install. */
export const mayInstall = (): boolean => process.getuid?.() === 0 && has("apt-get");

export function quietly(program: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, args, { stdio: "ignore", env, timeout: 600_000 }).status === 0;
}

const missing = () => (Object.keys(PROGRAMS) as (keyof typeof PROGRAMS)[]).filter((program) => !has(program));

function has(program: string): boolean {
  return (
    spawnSync("sh", ["-c", `PATH=$PATH:/usr/sbin command -v ${program}`], { stdio: "ignore" }).status === 0
  );
}
