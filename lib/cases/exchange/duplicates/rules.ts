import { sortKey } from "@/lib/people/rules";
import type { Identity } from "@/lib/people/schema";
import type { CaseLine } from "../schema";

type Named = Pick<Identity, "givenNames" | "surnames" | "idDocument">;

/**
 * Who looks like somebody already seen: the same identity document, or the same whole name, its words in any order, without accents,
 * with no two birth years that differ. For looking, never for deciding. Each question is one look-up, however many were seen.
 */
export class Lookalikes {
  private readonly seen = new Map<string, string>();

  add(identity: Named, birthYear: number | null, as: string): void {
    const [document, name] = [documentOf(identity), nameOf(identity)];
    if (document) this.seen.set(document, as);
    if (name === null) return;
    this.seen.set(name, as);
    this.seen.set(`${name}|${birthYear ?? ""}`, as);
  }

  find(identity: Named, birthYear: number | null): string | null {
    const [document, name] = [documentOf(identity), nameOf(identity)];
    const byDocument = document && this.seen.get(document);
    if (byDocument || name === null) return byDocument || null;
    if (birthYear === null) return this.seen.get(name) ?? null;
    return this.seen.get(`${name}|${birthYear}`) ?? this.seen.get(`${name}|`) ?? null;
  }
}

/** The year somebody was born in, as far as a line says. */
export const birthYearOf = ({ birthDate, birthYear }: CaseLine["person"]): number | null =>
  birthDate === null ? birthYear : Number(birthDate.slice(0, 4));

const documentOf = ({ idDocument }: Named) =>
  idDocument && `document ${idDocument.kind} ${idDocument.country ?? ""} ${idDocument.number}`;

/** Null where nothing is left of a name, as of somebody erased. */
function nameOf(identity: Named): string | null {
  const words = sortKey(identity);
  return words === "" ? null : `name ${words.split(" ").sort().join(" ")}`;
}
