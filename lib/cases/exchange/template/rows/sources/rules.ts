import { mayGive } from "@/lib/consent/rules";
import type { Giver } from "@/lib/consent/schema";
import { foldOrigin, type Source } from "@/lib/evidence/schema";
import { isFamilySource } from "@/lib/vocabularies/rules";
import type { WrittenCase } from "../../../schema";
import { codeOf, fold, saysNothing } from "../../words/rules";
import { datesIn, offered, termIn } from "../cells/rules";
import type { Reading } from "../schema";

/** Origins that are somebody: no name may follow them, because an origin stands in a plain column. */
const people = ["family", "witness", "co_detainee", "other"];
/** Where the kind of a source alone tells its origin. */
const originOfKind: Record<string, string> = { co_detainee: "co_detainee", witness: "witness" };

/** The sources of a row, each with where it comes from in the end. The press quoting the mother is written with origin "familia". */
export function sourcesIn(reading: Reading): Source[] {
  const found = ([1, 2, 3] as const).flatMap((n): Source[] => {
    const kind = termIn(reading, `fuente ${n}`);
    const written = reading.row[`origen ${n}`];
    if (kind === null) {
      if (!saysNothing(written) && saysNothing(reading.row[`fuente ${n}`]))
        reading.refuse(`fuente ${n}`, "source_pair");
      return [];
    }
    const origin = originIn(reading, n, kind, written);
    return origin === null ? [] : [{ kind, origin }];
  });
  return found.filter(
    (one, index) =>
      found.findIndex((other) => other.kind === one.kind && other.origin === one.origin) === index,
  );
}

function originIn({ refuse }: Reading, n: 1 | 2 | 3, kind: string, written: string): string | null {
  if (saysNothing(written)) {
    const implied = isFamilySource(kind) ? "family" : originOfKind[kind];
    if (implied === undefined) refuse(`origen ${n}`, "source_pair");
    return implied ?? null;
  }
  const [, start = "", rest = ""] = /^([^:]*?)\s*(?::\s*(.*))?$/s.exec(written) ?? [];
  const origin = codeOf("origin", start);
  const name = saysNothing(rest) ? "" : foldOrigin(rest).replaceAll(":", "-").slice(0, 60);
  if (origin === null) {
    refuse(`origen ${n}`, "origin_class", { list: offered("origin") });
    return null;
  }
  if (people.includes(origin)) {
    if (name !== "") refuse(`origen ${n}`, "origin_person");
    return origin;
  }
  if (["press", "ngo", "international"].includes(origin) && name === "") {
    refuse(`origen ${n}`, "origin_name");
    return null;
  }
  return name === "" ? origin : `${origin}:${name}`;
}

const yes = ["si", "s", "autoriza", "si autoriza", "x", "yes"];
const no = ["no", "n", "no autoriza", "niega"];

/** The one permission a row may bear: to be counted, by whom and since when. Without it the person stays uncounted until somebody asks. */
export function permissionsIn(reading: Reading): NonNullable<WrittenCase["permissions"]> {
  const { row, refuse, notice } = reading;
  const answer = fold(row["permiso para contar"]);
  const told = !saysNothing(row["permiso dado por"]) || !saysNothing(row["fecha del permiso"]);
  if (saysNothing(row["permiso para contar"])) {
    if (told) refuse("permiso para contar", "permission_alone");
    else notice("permiso para contar", "no_permission");
    return [];
  }
  const granted = yes.includes(answer);
  if (!granted && !no.includes(answer)) {
    refuse("permiso para contar", "not_in_list", { cell: "", list: "sí · no" });
    return [];
  }
  const givenBy = termIn(reading, "permiso dado por") as Giver | null;
  const given = datesIn(reading, "fecha del permiso");
  if (givenBy === null && saysNothing(row["permiso dado por"]))
    refuse("permiso dado por", "permission_incomplete");
  if (given === null && saysNothing(row["fecha del permiso"]))
    refuse("fecha del permiso", "permission_incomplete");
  if (givenBy === null || !mayGive("count", givenBy)) return [];
  return [{ purpose: "count", granted, givenBy }];
}
