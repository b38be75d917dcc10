import { readdirSync, readFileSync } from "node:fs";

/** Every act that lib writes to the trail, read out of its source. */
export function recordedActs(): string[] {
  const acts = new Set<string>();
  for (const file of readdirSync("lib", { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts")) continue;
    const source = readFileSync(`lib/${file}`, "utf8").replaceAll(/(authorise|may|mayRole)\([^)]*\)/g, "");
    if (!/record(StaffAct|Opening|Both)?\(/.test(source) || file.includes("permissions.ts")) continue;
    for (const [, action] of source.matchAll(/"([a-z]+\.[a-z_]+)"/g)) acts.add(action ?? "");
  }
  return [...acts].sort();
}
