import { z } from "zod";
import { identityInput, traitsInput } from "@/lib/people/schema";

/** Who somebody is and the traits they are counted by, as one: the form that corrects them shows both. */
export const whoInput = z.strictObject({ identity: identityInput, traits: traitsInput });
export type Who = z.output<typeof whoInput>;

export const changeReason = z.string().trim().min(3).max(2000);

/** A proposed correction as it is kept sealed: what stood, what should, and why. */
export const changeWords = z.strictObject({ before: whoInput, after: whoInput, why: changeReason });

/** A correction that waits for a second person, opened. */
export interface OpenChange {
  id: string;
  before: Who;
  after: Who;
  why: string;
  proposedBy: string;
  proposedAt: Date;
  /** What it was based on stands no more: nobody can agree to it as it is, somebody chooses. */
  isOvertaken: boolean;
}

/** The fields of both, as they are compared and chosen one by one. */
export const whoFields = [
  ...(["givenNames", "surnames", "aliases", "idDocument"] as const),
  ...([
    "sex",
    "birthDate",
    "birthYear",
    "ageAtDetention",
    "nationality",
    "civilMilitary",
    "sectors",
  ] as const),
] as const;
export type WhoField = (typeof whoFields)[number];
