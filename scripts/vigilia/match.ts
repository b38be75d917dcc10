import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Command } from "commander";
import { z } from "zod";
import { compare, prepare } from "@/lib/people/matching/rules";
import { matchPerson } from "@/lib/people/matching/schema";
import { Stop } from "../bootstrap/progress.mjs";

const asked = z.object({ id: z.union([z.string(), z.number()]), a: matchPerson, b: matchPerson });

const help = `
Each line: {"id": …, "a": PERSON, "b": PERSON}; PERSON = {givenNames, surnames, sex, birthYear, birthDate, id: {kind, number},
entity, apprehended}, any of them null. Answers a line each: {"id", "score" 0 to 1, "verdict" likely | possible | different,
"reasons"}. Needs no installation, keeps nothing, and joins nobody: what is likely is for two people to look at.`;

export default function add(program: Command): void {
  program
    .command("match <file>")
    .description("How alike the two people of each line are, and why (JSON lines)")
    .addHelpText("after", help)
    .action(answerLines);
}

/** Answers the lines in their order; stops at the first that cannot be read and says which it is. */
async function answerLines(file: string): Promise<void> {
  let number = 0;
  let answers: string[] = [];
  const write = () => {
    if (answers.length > 0) process.stdout.write(`${answers.join("\n")}\n`);
    answers = [];
  };
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    if (line.trim() === "") continue;
    const { id, a, b } = read(line.replace(/^\uFEFF/, ""), number);
    answers.push(JSON.stringify({ id, ...compare(prepare(a), prepare(b)) }));
    if (answers.length === 500) write();
  }
  write();
}

function read(line: string, number: number): z.infer<typeof asked> {
  const parsed = asked.safeParse(jsonOf(line, number));
  if (parsed.success) return parsed.data;
  throw new Stop(`Line ${number}: ${z.prettifyError(parsed.error)}`);
}

function jsonOf(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Stop(`Line ${number} is not JSON.`);
  }
}
