import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { Stop } from "../bootstrap/progress.mjs";

/**
 * A passphrase from the environment variable named, or typed without being shown. Never taken from the command line, where
 * every user of the machine could read it.
 */
export async function askPassphrase(question: string, variable: string): Promise<string> {
  const given = process.env[variable];
  if (given) return given;
  if (!process.stdin.isTTY) throw new Stop(`${question}: set ${variable}, or run this in a terminal.`);
  process.stderr.write(`${question}: `);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await lines.question("");
  } finally {
    lines.close();
    process.stderr.write("\n");
  }
}

/** The passphrase of who acts (`--as`), then of the second person (`--second`). */
export const actorPassphrase = (username: string) =>
  askPassphrase(`Passphrase of ${username}`, "VIGILIA_PASSPHRASE");
export const secondPassphrase = (username: string) =>
  askPassphrase(`Passphrase of ${username}`, "VIGILIA_PASSPHRASE_SECOND");
