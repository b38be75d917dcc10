import { z } from "zod";
import { stages } from "@/lib/cases/dossier/schema";
import { permissionAnswer } from "@/lib/consent/schema";
import { changeable } from "@/lib/consent/withdrawals/schema";
import { contact } from "./contact/schema";
import { replyItem } from "./replies/schema";

const words = (most: number) => z.string().trim().max(most);

/** How sure the family is of a date. A blank part of a date is not known. */
export const precisions = ["exact", "approximate", "before", "after", "between", "unknown"] as const;
export const told = ["unknown", "not_told", "denied", "told"] as const;
export const relations = [
  "not_said",
  "parent",
  "partner",
  "child",
  "sibling",
  "other_relative",
  "friend",
  "lawyer",
  "person",
  "other",
] as const;

const dateParts = {
  day: z.int().min(1).max(31).optional(),
  month: z.int().min(1).max(12).optional(),
  year: z.int().min(1998).max(2100).optional(),
};

export const reportedDate = z.strictObject({
  ...dateParts,
  precision: z.enum(precisions),
  /** The second of two dates, where it was between them. */
  until: z.strictObject(dateParts).optional(),
});

export const reportedPerson = z.strictObject({
  /** As written by the family: accents, particles and capitals included; no pattern has judged it. */
  givenNames: words(200),
  surnames: words(200),
  idDocument: z
    .strictObject({
      kind: z.enum(["V", "E", "passport"]),
      number: words(40).min(1),
      country: words(60).optional(),
    })
    .nullable(),
  birthYear: z.int().min(1900).max(2100).optional(),
  approxAge: z.int().min(0).max(120).optional(),
  sex: z.enum(["woman", "man", "other", "unknown"]),
});

export const reportedDetention = z.strictObject({
  date: reportedDate,
  /** ISO 3166-2:VE; absent when not known. */
  entity: z.string().optional(),
  place: words(300).optional(),
  /** Codes of the vocabulary of forces; absent when not known. */
  forces: z.array(z.string()).optional(),
  account: words(4000).optional(),
});

export const reportedWhereabouts = z.strictObject({
  told: z.enum(told),
  /** A code of the vocabulary of sites, or `OTRO` with the words in `place`. */
  facility: z.string().optional(),
  entity: z.string().optional(),
  place: words(300).optional(),
  lastContact: words(300).optional(),
  deniedWhere: words(300).optional(),
});

/** Whether the person was brought before a court, as far as the family was told. */
export const presented = ["unknown", "no", "yes"] as const;

export const reportedCourt = z.strictObject({
  presented: z.enum(presented),
  /** A code of the vocabulary of counsel; absent when not known. */
  counsel: z.string().max(40).optional(),
  court: words(300).optional(),
  /** As told by the authority or read in a paper: alleged, never found. */
  charges: words(500).optional(),
  hearing: z.strictObject(dateParts).optional(),
});

export const conditions = ["ill", "injury", "mind", "pregnancy", "disability", "other"] as const;

export const reportedHealth = z.strictObject({
  /** Whether there is danger today, in the family's judgement. */
  danger: z.enum(["unknown", "no", "yes"]),
  conditions: z.array(z.enum(conditions)),
  medicine: words(300).optional(),
  account: words(1000).optional(),
  /** They ask for somebody trained to listen, alone and without writing it down here. */
  listener: z.boolean(),
});

/** What a family sent, as the desk opens it. Sealed to the vault at reception; kept as received and never edited. */
export const reportPayload = z.strictObject({
  version: z.literal(1),
  locale: z.enum(["es", "en"]),
  permissions: z.array(permissionAnswer),
  person: reportedPerson,
  detention: reportedDetention,
  whereabouts: reportedWhereabouts,
  /** Absent where nobody asked them, or they answered nothing. */
  court: reportedCourt.optional(),
  health: reportedHealth.optional(),
  relation: z.enum(relations).optional(),
  /** How they asked to be reached; absent where nobody asked them. */
  contact: contact.optional(),
  /** What somebody wrote about a public page: then it reports nobody, and everything else in it is blank. */
  reply: replyItem.optional(),
  /** Base64. Messages sealed to it can be read only with the family's code. */
  threadPublicKey: z.base64(),
});
export type ReportPayload = z.infer<typeof reportPayload>;

/** Words in the two languages of the family's pages, as they were sent, or in the one they were written in. */
export const note = z.union([
  z.string().max(2000),
  z.strictObject({ es: z.string().max(2000), en: z.string().max(2000) }),
]);
export type Note = z.infer<typeof note>;

/**
 * Content of a message: where that report stands, words, or both. Says nothing of any other report. The first message of a thread
 * says where it stands.
 */
export const threadMessage = z
  .strictObject({
    stage: z.enum(stages).optional(),
    note: note.optional(),
    /** What the holder did with their code, as a kind; what they said is sealed to the vault alone. */
    own: z.enum(["word", "news", "answers"]).optional(),
    /** The thread belongs to what was written about a public page, and to no report of a person. */
    reply: z.literal(true).optional(),
    /** What the holder permits and refuses, for them to see what stands. */
    answers: z.array(z.strictObject({ purpose: z.enum(changeable), granted: z.boolean() })).optional(),
    /** Staff recorded who the holder is to the person: only such a thread learns what is known of them. */
    standing: z.literal(true).optional(),
    /** The last state of custody that two people verified. */
    state: z.string().max(40).optional(),
    /** Takes the page with the name down; random, base64. */
    naming: z.base64().max(60).optional(),
    /** Which piece of news, for the desk. */
    news: z.uuid().optional(),
  })
  .refine((said) => Object.values(said).some((part) => part !== undefined));
export type MessageContent = z.infer<typeof threadMessage>;

/** One message as a holder of the code may see it, oldest first. What they wrote themselves is dated and not shown again. */
export interface ThreadMessage extends MessageContent {
  /** It waits for an answer. */
  asks: boolean;
  fromFamily: boolean;
  sentAt: Date;
}
