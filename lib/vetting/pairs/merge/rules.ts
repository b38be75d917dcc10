import { isDeepStrictEqual } from "node:util";
import type { Identity } from "@/lib/people/schema";
import { chosen, fieldOf } from "../../identity/rules";
import { type Who, type WhoField, whoFields } from "../../identity/schema";

const nameOf = ({ givenNames, surnames }: Identity): string => `${givenNames} ${surnames}`;
const ALIASES = 20;

/**
 * Who somebody is once two cases are one: field by field as somebody chose, and every name either was known by kept beside it, so that
 * whoever knows them by the other name finds them.
 */
export function whoAsOne(surviving: Who, absorbed: Who, taken: ReadonlySet<WhoField>): Who {
  const who = chosen(surviving, absorbed, new Set([...taken].filter((field) => field !== "aliases")));
  const known = [surviving, absorbed].flatMap(({ identity }) => [nameOf(identity), ...identity.aliases]);
  const others = [...new Set([...surviving.identity.aliases, ...known])].filter(
    (name) => name !== nameOf(who.identity) && name.length <= 120,
  );
  return { ...who, identity: { ...who.identity, aliases: others.slice(0, ALIASES) } };
}

/** Who somebody is once a merge is undone: as before it, but for what two people corrected since. */
export function whoApart(now: Who, before: Who, after: Who): Who {
  const undone = whoFields.filter(
    (field) =>
      isDeepStrictEqual(fieldOf(now, field), fieldOf(after, field)) &&
      !isDeepStrictEqual(fieldOf(after, field), fieldOf(before, field)),
  );
  return chosen(now, before, new Set(undone));
}
