import { readFileSync } from "node:fs";
import type { StaffActor } from "@/lib/auth/actor";
import { confirmRegistry, stageRegistry } from "@/lib/cases/exchange/commands";
import { closeDoors } from "@/lib/db/connect";
import { keysOf } from "@/lib/vault/keys";
import { withHands } from "../../scripts/cli/hands/hands";
import { openRegistryFile } from "../../scripts/cli/registry-file";

// A process that imports a file, to be killed: `import-child.ts FILE VAULT`, the vault's keys as hex in a file. Says where it has come to.
const [path = "", vault = ""] = process.argv.slice(2);
const { vaultId, privateKey, publicKey } = JSON.parse(readFileSync(vault, "utf8")) as Record<string, string>;
const bytes = (hex = "") => new Uint8Array(Buffer.from(hex, "hex"));
const keys = keysOf(vaultId ?? "", bytes(privateKey), bytes(publicKey));
const member = (username: string): StaffActor => ({
  kind: "staff",
  id: username,
  username,
  role: "coordinator",
  keys,
  signingKey: new Uint8Array(64),
});
const clock = () => new Date("2026-11-20T12:00:00Z");
const say = (line: number, pass: string) => process.stdout.write(`${pass} ${line}\n`);
const file = await openRegistryFile(path);
// With threads, as an operator's command does a long file.
await withHands(Number.POSITIVE_INFINITY, async (hands) => {
  const how = { skipBad: false, progress: say, hands };
  const { batchId, confirmed } = await stageRegistry(member("ana"), file, how, clock);
  if (!confirmed) await confirmRegistry(member("carmen"), batchId, clock, say, hands);
});
await closeDoors();
