import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { entities } from "@/lib/vocabularies/places/entities/schema";
import type { BalanceContent } from "../../balances/queries";
import type { PlaceCell, PlaceDimension, PlacesQuery } from "./schema";

export type Entity = (typeof entities)[number];

/** Three letters for a tile, as they are read on the map of tiles: eight columns, six rows. */
const tiles: Record<Entity["code"], string> = {
  ...{
    "VE-A": "DTC",
    "VE-B": "ANZ",
    "VE-C": "APU",
    "VE-D": "ARA",
    "VE-E": "BAR",
    "VE-F": "BOL",
    "VE-G": "CAR",
  },
  ...{
    "VE-H": "COJ",
    "VE-I": "FAL",
    "VE-J": "GUA",
    "VE-K": "LAR",
    "VE-L": "MER",
    "VE-M": "MIR",
    "VE-N": "MON",
  },
  ...{
    "VE-O": "NES",
    "VE-P": "POR",
    "VE-R": "SUC",
    "VE-S": "TAC",
    "VE-T": "TRU",
    "VE-U": "YAR",
    "VE-V": "ZUL",
  },
  ...{ "VE-W": "DPF", "VE-X": "LGA", "VE-Y": "DEL", "VE-Z": "AMA" },
};

/** A state as the pages of places show it. */
export interface Place {
  code: Entity["code"];
  slug: string;
  name: string;
  tile: string;
  named: number;
  unnamedAtLeast: number;
  /** 0 where nothing may be printed, otherwise one to five by what is printed. */
  level: 0 | 1 | 2 | 3 | 4 | 5;
}

/** The name of a state in its address: the Spanish one without accents, in both languages. */
export const placeSlug = ({ es }: Pick<Entity, "es">): string =>
  es
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/ /g, "-");

/** The state that an address names; null when none does. */
export const placeNamed = (slug: string): Entity | null =>
  entities.find((entity) => placeSlug(entity) === slug) ?? null;

/** All twenty-five states, largest first; where nothing is printed they stand at the end, by name. */
export function placesIn(locale: Locale, content: BalanceContent, by: PlaceDimension): Place[] {
  const cells = content.partitions[by];
  const most = Math.max(1, ...Object.values(cells).map(reached));
  return entities
    .map((entity): Place => {
      const cell = cells[entity.code] ?? { named: 0, unnamedAtLeast: 0 };
      const share = reached(cell) / most;
      return {
        code: entity.code,
        slug: placeSlug(entity),
        name: entity[locale],
        tile: tiles[entity.code],
        named: cell.named,
        unnamedAtLeast: cell.unnamedAtLeast,
        level: share === 0 ? 0 : (([1, 2, 3, 4, 5] as const)[Math.min(4, Math.floor(share * 5))] ?? 5),
      };
    })
    .sort((a, b) => reached(b) - reached(a) || a.name.localeCompare(b.name, locale));
}

const reached = ({ named, unnamedAtLeast }: PlaceCell): number => named + unnamedAtLeast;

/**
 * A place in words: those with a public page exactly, none of them too, and of the others what they certainly reach or that it is not
 * published. Where everybody counted is named there are no others.
 */
export function placeWords(locale: Locale, cell: PlaceCell | null, exact: boolean): string {
  const t = translator(locale, "figures");
  const { named, unnamedAtLeast } = cell ?? { named: 0, unnamedAtLeast: 0 };
  if (exact) return t("place.all", { n: named });
  const rest =
    unnamedAtLeast > 0
      ? t("place.rest", { amount: t("amount.atLeast", { n: number(locale, unnamedAtLeast) }) })
      : t("places.none");
  return [t("place.named", { n: named }), rest].join("; ");
}

/** One shade of the tiles and of the map: what those that bear it reach, from the least to the most, and which they are. */
export interface Shade {
  level: Place["level"];
  least: number;
  most: number;
  /** Whether any of them is more than is said. */
  bound: boolean;
  names: string[];
}

/** The shades in use, the darkest first. */
export function shadesOf(places: readonly Place[]): Shade[] {
  return ([5, 4, 3, 2, 1, 0] as const).flatMap((level) => {
    const here = places.filter((place) => place.level === level);
    const sizes = here.map(reached);
    return here.length === 0
      ? []
      : [
          {
            level,
            least: Math.min(...sizes),
            most: Math.max(...sizes),
            bound: here.some(({ unnamedAtLeast }) => unnamedAtLeast > 0),
            names: here.map(({ name }) => name),
          },
        ];
  });
}

/** The number that fits in a tile: a bound where part of it is one. */
export function tileNumber(locale: Locale, place: PlaceCell, exact: boolean): string {
  const t = translator(locale, "figures");
  const n = number(locale, reached(place));
  if (reached(place) === 0 && !exact) return t("places.tileNone");
  return place.unnamedAtLeast > 0 ? t("places.tileAtLeast", { n }) : n;
}

/** The query of the page; empty when it asks nothing. */
export function placesAddress({ balance, by }: Partial<PlacesQuery>): string {
  const query = new URLSearchParams();
  if (balance) query.set("balance", balance);
  if (by && by !== "stateHeld") query.set("by", by);
  const text = query.toString();
  return text && `?${text}`;
}
