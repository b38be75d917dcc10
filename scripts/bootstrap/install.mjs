import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "./lock.mjs";
import { Stop, step } from "./progress.mjs";

/** The checkout: everything the commands build or install stays under it. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Refuses a Node that is too old with a sentence, instead of a syntax error later. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Stop(
    `Vigilia needs Node 20.19 or newer; this is ${version}. See https://nodejs.org/ (22 recommended).`,
  );
}

/** Whether node_modules holds exactly what the lock file names, judged from npm's own record of the installation. */
export function isInstalled({ root = ROOT, withTestTools = false } = {}) {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const found = JSON.parse(readFileSync(record, "utf8")).packages;
  return Object.entries(wanted).every(([path, pack]) => {
    if (path === "" || pack.optional || pack.devOptional || pack.peer) return true;
    if (pack.dev && !withTestTools) return true;
    return found[path]?.version === pack.version;
  });
}

/** Installs the locked dependencies when something is missing; otherwise touches neither disk nor network. */
export async function install({ withTestTools = false, out = process.stdout } = {}) {
  if (isInstalled({ withTestTools })) return;
  const installUnderLock = () =>
    withLock(join(ROOT, ".build", "install.lock"), async () => {
      if (!isInstalled({ withTestTools }))
        await run("npm", ["ci", "--no-audit", "--no-fund", "--include=dev"]);
    });
  await step("Dependencies (npm ci)", installUnderLock, out);
}

/** Runs a program quietly; its output is shown only when it fails. */
export function run(program, args, { env = {}, cwd = ROOT, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: {
        ...process.env,
        NEXT_TELEMETRY_DISABLED: "1",
        CHECKPOINT_DISABLE: "1",
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        ...env,
      },
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
      shell: process.platform === "win32" && program === "npm",
    });
    const output = [];
    child.stdout?.on("data", (chunk) => output.push(chunk));
    child.stderr?.on("data", (chunk) => output.push(chunk));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const text = Buffer.concat(output).toString();
      if (code === 0) return resolve(text);
      if (!signal) process.stderr.write(`\n${text}\n`);
      reject(new Stop(`"${program} ${args.join(" ")}" ended with ${signal ?? `code ${code}`}.`));
    });
  });
}
