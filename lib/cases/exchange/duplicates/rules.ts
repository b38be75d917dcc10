import { bornAbout } from "@/lib/people/indexed/reading/rules";
import type { MatchPerson } from "@/lib/people/matching/schema";
import type { CaseLine } from "../schema";

const DAY = 86_400_000;
const CLOSE = 3 * DAY;

/** What a line of a file says of somebody, as everybody is compared: their names and papers, and where and when they were last detained. */
export function personOf({ person, facts }: Pick<CaseLine, "person" | "facts">): MatchPerson {
  const { givenNames, surnames, sex, birthDate, birthYear, ageAtDetention, idDocument } = person;
  const taken = facts.flatMap((fact) =>
    fact.track === "custody" && fact.state === "apprehended" && fact.knownTo === null ? [fact] : [],
  );
  const [first, last] = [taken[0], taken.at(-1)];
  const year = Number(first?.effective.earliest?.slice(0, 4) ?? Number.NaN);
  const { earliest, latest } = last?.effective ?? { earliest: null, latest: null };
  const isClose = earliest && latest && Date.parse(latest) - Date.parse(earliest) < CLOSE;
  return {
    ...{ givenNames, surnames, sex, birthDate },
    birthYear:
      birthYear ??
      bornAbout(ageAtDetention?.min ?? null, ageAtDetention?.max ?? null, Number.isNaN(year) ? null : year),
    id: idDocument && { kind: idDocument.kind, number: idDocument.number },
    entity: last?.entity ?? null,
    apprehended: isClose ? earliest.slice(0, 10) : null,
  };
}
