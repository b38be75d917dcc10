import type { StaffActor } from "@/lib/auth/actor";
import { nightOf } from "@/lib/vetting/night/rules";
import { bringIn } from "./bring-in";
import { asOwner } from "./owner";
import { custody, person, vetting } from "./small-histories";

export const sources = [{ kind: "ngo_list", origin: "ngo:lista" }];

/** So many verified people held since 1 December 2025 and known since the 5th, brought in by two coordinators. */
export async function heldPeople(by: [StaffActor, StaffActor], n: number, now: Date): Promise<string[]> {
  const one = () =>
    person([
      custody("located_contact", "2025-12-01", {
        known: "2026-01-05",
        entity: "VE-M",
      }),
      vetting("verified_political", "2026-01-05"),
    ]);
  const before = new Set(await references());
  await bringIn(...by, Array.from({ length: n }, one), now);
  return (await references()).filter((reference) => !before.has(reference));
}

const references = async () =>
  (await asOwner<{ reference: string }>("SELECT reference FROM registry.cases ORDER BY id")).map(
    ({ reference }) => reference,
  );

/** Rows of a sheet: everybody freed on the night of a day, nobody knows how. */
export const freed = (references: readonly string[], day: string) =>
  references.map((reference) => ({
    reference,
    kind: "released_unspecified" as const,
    effective: nightOf(day),
    facility: "RODEO1",
  }));
