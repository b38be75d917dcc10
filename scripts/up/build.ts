import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, run } from "../bootstrap/install.mjs";
import { withLock } from "../bootstrap/lock.mjs";
import { Stop } from "../bootstrap/progress.mjs";
import { makeSecretFile } from "./secrets";

const SOURCES = [
  "app",
  "components",
  "lib",
  "prisma",
  "public",
  "package-lock.json",
  "next.config.ts",
  "proxy.ts",
  "instrumentation.ts",
  "package.json",
  "tsconfig.json",
];

/** The folder of the build, under the checkout. Another can be named so that two checkouts' worth of builds stand side by side. */
export const distDir = (): string => process.env.VIGILIA_DIST ?? ".next";

/**
 * The key that names server actions. It belongs to the checkout's build: made once, outside every data directory and stable
 * across rebuilds, so that a form that is half filled in survives a deploy.
 */
export function actionsKey(): string {
  const given = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;
  if (given) return given;
  const directory = join(ROOT, ".build");
  mkdirSync(directory, { recursive: true });
  makeSecretFile(join(directory, "actions-key"));
  return Buffer.from(readFileSync(join(directory, "actions-key"), "utf8").trim(), "base64url").toString(
    "base64",
  );
}

/** Whether the last build was made of exactly what is on disk now. */
export function isBuilt(): boolean {
  const stamp = stampFile();
  return existsSync(stamp) && readFileSync(stamp, "utf8") === sourcesHash();
}

/** Refuses to serve where nothing was ever built. */
export function requireBuild(): void {
  if (!existsSync(join(ROOT, distDir(), "BUILD_ID")))
    throw new Stop("There is no build yet: leave --no-build away once.");
}

/** Builds when sources changed; two at once wait for each other and build once. Answers whether it built. */
export async function build(onWait = () => {}): Promise<boolean> {
  if (isBuilt()) return false;
  const lock = join(ROOT, ".build", `${distDir().replace(/\W/g, "")}.lock`);
  return withLock(
    lock,
    async () => {
      if (isBuilt()) return false;
      const before = sourcesHash();
      // With webpack, whose style sheets lie apart from the scripts: public and family pages then fetch nothing under static/chunks.
      await run(process.execPath, [join(ROOT, "node_modules/next/dist/bin/next"), "build", "--webpack"], {
        env: {
          NODE_ENV: "production",
          VIGILIA_DIST: distDir(),
          NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(),
        },
      });
      writeFileSync(stampFile(), before);
      return true;
    },
    { onWait },
  );
}

const stampFile = (): string => join(ROOT, distDir(), "sources-hash");

function sourcesHash(): string {
  const hash = createHash("sha256").update(actionsKey());
  for (const source of SOURCES) addTo(hash, join(ROOT, source));
  return hash.digest("hex");
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  if (!existsSync(path) || path.endsWith(join("db", "generated"))) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
    return;
  }
  hash.update(path.slice(ROOT.length)).update("\0").update(readFileSync(path)).update("\0");
}
