import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, run } from "../bootstrap/install.mjs";
import { withLock } from "../bootstrap/lock.mjs";

const OUTPUT = join(ROOT, "lib", "db", "generated");

/** Makes the typed client from prisma/ when it changed, without any network. Answers whether it had to. */
export async function generateClient(): Promise<boolean> {
  const stamp = stampOf();
  if (isFresh(stamp)) return false;
  return withLock(join(ROOT, ".build", "generate.lock"), async () => {
    if (isFresh(stamp)) return false;
    await run(process.execPath, [join(ROOT, "node_modules", "prisma", "build", "index.js"), "generate"]);
    writeFileSync(join(OUTPUT, ".stamp"), stamp);
    return true;
  });
}

/** Whether the typed client is there and was made of what prisma/ says now. */
export const isGenerated = (): boolean => isFresh(stampOf());

/** The Prisma schema as pairs of file name and text: prisma/schema.prisma, then prisma/models. */
export function schemaFiles(prisma = join(ROOT, "prisma")): [string, string][] {
  const models = join(prisma, "models");
  const files = [
    join(prisma, "schema.prisma"),
    ...readdirSync(models)
      .sort()
      .map((name) => join(models, name)),
  ];
  return files.map((file) => [file, readFileSync(file, "utf8")]);
}

function isFresh(stamp: string): boolean {
  const file = join(OUTPUT, ".stamp");
  return existsSync(file) && readFileSync(file, "utf8") === stamp;
}

function stampOf(): string {
  const hash = createHash("sha256");
  for (const [, text] of schemaFiles()) hash.update(text).update("\0");
  return hash.update(readFileSync(join(ROOT, "node_modules", "prisma", "package.json"))).digest("hex");
}
