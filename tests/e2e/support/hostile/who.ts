import type { StaffActor } from "@/lib/auth/actor";
import { wallClock } from "@/lib/core/clock";
import { confirmChange, proposeChange } from "@/lib/vetting/identity/commands";
import { findWhoForDesk } from "@/lib/vetting/identity/page/queries";
import type { Team } from "./case";
import type { Words } from "./words";

/** Somebody is called by more names: one correction that two people agreed on, one that waits, and one that was overtaken meanwhile. */
export async function hostileWho(
  { victor, ines }: Team,
  opener: StaffActor,
  words: Words,
  { caseId, reference }: { caseId: string; reference: string },
): Promise<void> {
  const before = await findWhoForDesk(opener, reference, wallClock);
  const proposed = () => {
    const { identity, traits } = before.who;
    const aliases = [...identity.aliases, words.of("identity.aliases", { most: 120 })];
    const country = words.of("identity.country", { most: 60 });
    const idDocument = { kind: "passport", number: "X9910200", country } as const;
    const sectors = Array.from({ length: words.many(6) }, () => words.of("traits.sectors", { most: 40 }));
    const name = (part: "givenNames" | "surnames") => words.of(`identity.${part}`, { most: 120 });
    const names = { givenNames: name("givenNames"), surnames: name("surnames") };
    return { identity: { ...identity, ...names, aliases, idDocument }, traits: { ...traits, sectors } };
  };
  const propose = (seen: string) => {
    const why = words.of("who.why", { most: 2000, least: 3 });
    return proposeChange(ines, caseId, { seen, who: proposed(), why }, wallClock);
  };
  const { id } = await propose(before.version);
  await confirmChange(victor, { caseId, changeId: id }, wallClock);
  const { version } = await findWhoForDesk(opener, reference, wallClock);
  for (let times = 0; times < words.many(3); times++) await propose(version);
  await propose(before.version);
}
