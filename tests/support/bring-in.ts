import type { StaffActor } from "@/lib/auth/actor";
import { confirmRegistry, stageRegistry } from "@/lib/cases/exchange/commands";
import type { OracleCase } from "./oracle-case";

let files = 0;

/** Brings people in as a registry file with its own past, confirmed by a second person: real facts, derived by the commands. */
export async function bringIn(
  first: StaffActor,
  second: StaffActor,
  people: readonly OracleCase[],
  now: Date,
) {
  const header = {
    type: "registry",
    version: 1,
    source: `org-${++files}`,
    exportedAt: now.toISOString(),
    history: "keep",
  };
  const cases = people.map((one, index) => ({
    type: "case",
    key: `k-${index}`,
    ...one,
    person: { givenNames: "Persona", surnames: `Inventada ${index}`, ...one.person },
  }));
  const texts = [header, ...cases].map((line) => JSON.stringify(line));
  const file = {
    sha256: new Uint8Array(32).fill(files),
    async *lines() {
      for (const [index, text] of texts.entries()) yield { line: index + 1, text };
    },
  };
  const clock = () => now;
  const { batchId } = await stageRegistry(first, file, { skipBad: false }, clock);
  await confirmRegistry(second, batchId, clock);
}
