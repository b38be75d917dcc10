import { sortKey } from "@/lib/people/rules";
import type { Identity } from "@/lib/people/schema";
import type { CaseLine } from "../schema";

type Named = Pick<Identity, "givenNames" | "surnames" | "idDocument">;

/** What one person is compared by. */
export interface Likeness {
  document: string | null;
  name: string | null;
  birthYear: number | null;
}

export const likenessOf = (identity: Named, birthYear: number | null): Likeness => ({
  document: documentOf(identity),
  name: nameOf(identity),
  birthYear,
});

/**
 * Who looks like somebody already seen: the same identity document, or the same whole name, its words in any order, without accents,
 * with no two birth years that differ. For looking, never for deciding. Each question is one look-up, however many were seen.
 */
export class Lookalikes {
  private readonly seen = new Map<string, string>();

  add(identity: Named, birthYear: number | null, as: string): void {
    this.note(likenessOf(identity, birthYear), as);
  }

  find(identity: Named, birthYear: number | null): string | null {
    return this.twinOf(likenessOf(identity, birthYear));
  }

  /** Likewise, where the name was read elsewhere. */
  note({ document, name, birthYear }: Likeness, as: string): void {
    if (document) this.seen.set(document, as);
    if (name === null) return;
    this.seen.set(name, as);
    this.seen.set(`${name}|${birthYear ?? ""}`, as);
  }

  twinOf({ document, name, birthYear }: Likeness): string | null {
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
