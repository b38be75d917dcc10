import type { CustodyState, Track, Whereabouts } from "@/lib/cases/facts/schema";

/** Milliseconds since 1970, UTC: counting compares millions of moments. */
export type Moment = number;

/** From a moment (inside) until another (outside); null is "still". */
export interface KnownRange {
  from: Moment;
  to: Moment | null;
}

/** What a fact says that counts: its words, sources and who confirmed it are not needed here. Only confirmed facts are given. */
export interface CountedFact {
  track: Track;
  state: string;
  episode: number | null;
  position: number;
  earliest: Moment | null;
  latest: Moment | null;
  latestByDay: boolean;
  knownFrom: Moment;
  knownTo: Moment | null;
  entity: string | null;
  facility: string | null;
  whereabouts: Whereabouts | null;
  /** Of a measure that ended; both null while open. */
  endEarliest: Moment | null;
  endLatest: Moment | null;
}

export interface CustodyFact extends CountedFact {
  state: CustodyState;
  episode: number;
}

/** A permission for the purpose `count`: given or refused, by a holder with standing or not. */
export interface CountedPermission {
  granted: boolean;
  standing: boolean;
  knownFrom: Moment;
  knownTo: Moment | null;
}

/** Traits as known from a moment (null: always) until the next row. */
export interface CountedTraits {
  knownFrom: Moment | null;
  sex: "woman" | "man" | "other" | "unknown";
  civilMilitary: "civilian" | "military_active" | "military_retired" | "unknown";
  nationality: "national" | "dual" | "foreign" | "unknown";
  sectors: string[];
  /** ISO date. */
  birthDate: string | null;
  birthYear: number | null;
  ageMin: number | null;
  ageMax: number | null;
}

/** All of a person that counts. Order does not matter: facts carry their position. */
export interface Derivable {
  traits: CountedTraits[];
  permissions: CountedPermission[];
  facts: CountedFact[];
}

/** The moments `from`–`to` of an answer; open or closed at each end, null for endless. Never empty. */
export interface During {
  from: Moment | null;
  fromInside: boolean;
  to: Moment | null;
  toInside: boolean;
}

/** What is true of one person during a stretch of time. Column by column the table `custody_intervals`. */
export interface Answer {
  episode: number;
  state: string;
  held: boolean;
  counted: boolean;
  verified: boolean;
  permitted: boolean;
  merged: boolean;
  houseArrest: boolean;
  releaseOrdered: boolean;
  whereaboutsUnknown: boolean;
  whereabouts: "known" | "unknown" | "notRecorded";
  sentenceServed: boolean;
  amnestied: boolean;
  convicted: "convicted" | "notConvicted" | "unknown";
  sex: CountedTraits["sex"];
  civilMilitary: "civilian" | "military" | "unknown";
  ageGroup: "under18" | "adult" | "unknown";
  nationality: CountedTraits["nationality"];
  stateOfDetention: string;
  stateHeld: string;
  facility: string | null;
  sectors: string[];
  restricted: boolean;
}

/** One episode: when the person began to count in it and stopped. Column by column the table `stays`. */
export interface Stay {
  episode: number;
  /** Null for a short detention, which never counts. */
  entry: Moment | null;
  exit: Moment | null;
  exitState: string | null;
  short: boolean;
  /** The person's first counted entry; any later one is a detention again. */
  first: boolean;
  /** Begins at the very instant the counted stay before it ended: both acts then fall in the same windows. */
  joined: boolean;
  /** Yields events: verified, permitted, and not the continuation of a stay from which no exit is known. */
  counted: boolean;
  verified: boolean;
  permitted: boolean;
  merged: boolean;
}

export interface Interval extends Answer {
  known: KnownRange;
  during: During;
}

/** Every answer about one person: at any moment, as known at any moment. */
export interface Derived {
  intervals: Interval[];
  stays: (Stay & { known: KnownRange })[];
  pending: { known: KnownRange }[];
}
