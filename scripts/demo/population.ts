import { atHour, LAST_DAY } from "./calendar";
import { inventPerson } from "./person";
import { Random } from "./random";
import type { StoryCase } from "./shapes";

export const DEMO_SOURCE = "demo";

/** The invented population: always the same people with the same fates, whatever the day it is made. */
export function population(people = 1200, seed = 20240728): StoryCase[] {
  const random = new Random(seed);
  return Array.from({ length: people }, (_, index) => inventPerson(random, index + 1));
}

/** The population as a `registry.jsonl` file whose past knowledge is kept. */
export function populationFile(cases: StoryCase[]): string {
  const header = {
    type: "registry",
    version: 1,
    source: DEMO_SOURCE,
    exportedAt: atHour(LAST_DAY, 23),
    history: "keep",
  };
  return [header, ...cases].map((line) => `${JSON.stringify(line)}\n`).join("");
}
