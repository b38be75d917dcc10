import type { InventedName } from "./names";

export interface Source {
  kind: string;
  origin: string;
}

/** A fact as `registry.jsonl` writes it. */
export interface StoryFact {
  track: "custody" | "vetting" | "process" | "measure" | "remedy";
  state: string;
  episode?: number;
  effective: { earliest: string | null; latest: string | null };
  knownFrom: string;
  knownTo?: string | null;
  entity?: string | null;
  facility?: string | null;
  whereabouts?: string;
  forces?: string[];
  jurisdiction?: string;
  basis?: string;
  end?: { earliest: string | null; latest: string | null };
  authority?: string;
  result?: string;
  sources: Source[];
}

export interface StoryPermission {
  purpose: string;
  granted: boolean;
  knownFrom: string;
  knownTo: string | null;
  givenBy: string;
}

/** One invented person with everything that happened to them, as a case line of `registry.jsonl`. */
export interface StoryCase {
  type: "case";
  key: string;
  person: InventedName & {
    aliases: string[];
    sex: string;
    birthDate: string | null;
    birthYear: number | null;
    ageAtDetention: { min: number; max: number } | null;
    nationality: string;
    civilMilitary: string;
    sectors: string[];
    idDocument: { kind: string; number: string; country?: string } | null;
  };
  permissions: StoryPermission[];
  facts: StoryFact[];
}

/** Both bounds on one day. */
export const on = (day: string) => ({ earliest: day, latest: day });

export const family: Source = { kind: "relative", origin: "family" };
export const lawyer: Source = { kind: "lawyer", origin: "lawyer:defence" };
export const court: Source = { kind: "habeas_corpus", origin: "court" };
export const press: Source = { kind: "press", origin: "press:demo" };
export const document: Source = { kind: "official_document", origin: "court" };
