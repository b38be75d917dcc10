import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

const ROOT = join(import.meta.dirname, "..", "..", "..", "..");

/** What families, a coordinator and an auditor do besides, in a process of its own: asked one thing after another. */
export class Outside {
  private readonly child = spawn(
    process.execPath,
    ["--import", "tsx", join(ROOT, "tests/e2e/support/shift/underneath.ts"), process.env.E2E_DATA_DIR ?? ""],
    { cwd: ROOT, stdio: ["pipe", "pipe", "inherit"] },
  );
  private readonly lines = createInterface(this.child.stdout)[Symbol.asyncIterator]();

  async ask<Answer>(what: string, given: unknown = null): Promise<Answer> {
    this.child.stdin.write(`${JSON.stringify({ what, given })}\n`);
    for (;;) {
      const { value, done } = await this.lines.next();
      if (done) throw new Error(`what stands outside ended at ${what}`);
      if (!value.startsWith("= ")) continue;
      return JSON.parse(value.slice(2));
    }
  }

  end(): void {
    this.child.stdin.end();
  }
}
