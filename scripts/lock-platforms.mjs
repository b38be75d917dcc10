import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./bootstrap/install.mjs";

/**
 * `node scripts/lock-platforms.mjs`: names in the lock file the optional packages of other systems, which npm leaves out when it
 * cannot see them (a mirror without them, or a known fault of npm's) and then misses at `npm ci`. Run it after changing dependencies; with --check it only tells.
 */
const SYSTEMS = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const PROCESSORS = [
  "arm",
  "arm64",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
];

const file = join(ROOT, "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
let added = 0;

for (const [path, pack] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(pack.optionalDependencies ?? {})) {
    if (path === "" || isLocked(path, name)) continue;
    if (!/^\d+\.\d+\.\d+/.test(version)) {
      console.error(`${name}@${version}, wanted by ${path}, is no exact version: add it by hand.`);
      process.exitCode = 1;
      continue;
    }
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(pack.dev ? { dev: true } : {}),
      optional: true,
      ...platformOf(name),
    };
    added++;
  }
}

const entries = Object.entries(lock.packages).sort(([a], [b]) => (a === b ? 0 : a < b ? -1 : 1));
lock.packages = Object.fromEntries(entries);
const onlyCheck = process.argv.includes("--check");
if (onlyCheck && added > 0) process.exitCode = 1;
if (added > 0 && !onlyCheck) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} ${onlyCheck ? "missing" : "added"}`);

function isLocked(from, name) {
  const parents = from.split("/node_modules/");
  const places = parents.map(
    (_, depth) => `${parents.slice(0, depth + 1).join("/node_modules/")}/node_modules/${name}`,
  );
  return [`node_modules/${name}`, ...places].some((place) => place in lock.packages);
}

function platformOf(name) {
  const words = name.split(/[-_/@]/);
  const os = SYSTEMS.filter(
    (word) => words.includes(word) || (word === "win32" && words.includes("windows")),
  );
  const cpu = PROCESSORS.filter((word) =>
    words.some((one) => one === word || (word === "arm" && /^arm(eabi|v\d|$)/.test(one))),
  );
  const libc = words.includes("musl") ? ["musl"] : [];
  if (os.length + cpu.length === 0) console.error(`${name}: no platform in its name`);
  return { ...(os.length ? { os } : {}), ...(cpu.length ? { cpu } : {}), ...(libc.length ? { libc } : {}) };
}
