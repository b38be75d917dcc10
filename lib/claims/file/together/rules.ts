import { type Claim, type PartName, partitions } from "../../schema";
import type { LineError, ReadClaim } from "../schema";

/** Partitions of which both halves were published and do not make the total. Kept as the source has it, and flagged (R4). */
export function flagsOf({ value, qualifier, parts }: Claim): string[] {
  if (value === null) return [];
  return partitions.flatMap(([one, other]) => {
    const [x, y] = [parts[one], parts[other]];
    if (x === undefined || y === undefined) return [];
    const closes = qualifier === "exact" ? x + y === value : x + y >= value;
    return closes || qualifier === "about" || qualifier === "nearly" ? [] : [`${one}_${other}`];
  });
}

/** Parts larger than the whole, where no second half is there to show that the source itself does not add up. */
export function wrongParts({ value, qualifier, parts }: Claim): PartName[] {
  if (value === null || qualifier !== "exact") return [];
  const paired = new Set<string>(
    partitions.filter(([x, y]) => parts[x] !== undefined && parts[y] !== undefined).flat(),
  );
  return (Object.keys(parts) as PartName[]).filter((name) => !paired.has(name) && (parts[name] ?? 0) > value);
}

/** What only the whole file shows: ids used twice, relations to figures nobody has, to themselves, or in a circle. */
export function checkRelations(claims: ReadClaim[], known: ReadonlySet<string> | null): LineError[] {
  const errors: LineError[] = [];
  const lines = new Map<string, number>();
  for (const { line, claim } of claims) {
    const first = lines.get(claim.id);
    if (first === undefined) lines.set(claim.id, line);
    else errors.push({ line, column: "claim_id", code: "id_twice", values: { id: claim.id, first } });
  }
  const newer = new Map(
    claims.map(({ claim }) => [
      claim.id,
      claim.relations.filter(({ relation }) => relation === "supersedes").map(({ target }) => target),
    ]),
  );
  for (const { line, claim } of claims) {
    const wrong = (code: LineError["code"], id: string) =>
      errors.push({ line, column: "relates_to", code, values: { id } });
    for (const { target } of claim.relations) {
      if (target === claim.id) wrong("relation_to_itself", target);
      else if (known && !lines.has(target) && !known.has(target)) wrong("relation_unknown", target);
    }
    if (reaches(claim.id, newer)) wrong("relation_circle", claim.id);
  }
  return errors;
}

function reaches(id: string, newer: ReadonlyMap<string, string[]>): boolean {
  const seen = new Set<string>();
  const ahead = (newer.get(id) ?? []).filter((target) => target !== id);
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    ahead.push(...(newer.get(next) ?? []));
  }
  return false;
}
