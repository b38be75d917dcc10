import { z } from "zod";
import { changeable } from "@/lib/consent/withdrawals/schema";
import { newsKinds } from "../news/schema";
import { postedForm } from "../typed/schema";

/** The pages of the procedure that a flow can stand at. */
export const views = [
  "start",
  "questions",
  "declined",
  "number",
  "person",
  "detention",
  "whereabouts",
  "court",
  "health",
  "danger",
  "documents",
  "contact",
  "permissions",
  "review",
  "sent",
  "return",
  "resume",
  "report",
  "news",
  "answers",
  "withdraw",
  "confirm",
  "word",
  "revoke",
  "revoked",
  "lost",
  "phone",
  "site",
  "reply",
  "replied",
  "ended",
  "closed",
  "trouble",
  "nowhere",
] as const;
export type View = (typeof views)[number];

const standing = {
  at: z.enum(views),
  /** When it was sealed, in ms. */
  sealedAt: z.int(),
  /** Number of a failure to show, and where what was typed waits in this process's memory for the very same answer. */
  trouble: z.string().max(20).optional(),
  /** Why the last document did not stay: a code, said once. */
  problem: z.string().max(40).optional(),
  /** Marks one visit, by chance alone; leaving ends every flow that bears it. */
  visit: z.string().max(24).optional(),
};
const key = z.base64();

const choice = z.strictObject({ purpose: z.enum(changeable), granted: z.boolean() });
export type Choice = z.infer<typeof choice>;

/** What somebody who returned has just done, for the page that says that it arrived. */
export const saids = ["news", "word", "answers", "asked", "safeWord"] as const;
export type Said = (typeof saids)[number];

/**
 * What travels with a family from page to page, sealed, instead of an account: what it is writing or reading, and the keys
 * that its code gave once. Never a name and never a word about anybody.
 */
export const flow = z.discriminatedUnion("kind", [
  /** Before anything is kept: the code that will be given, and what was answered or typed so far. */
  z.strictObject({ kind: z.literal("before"), ...standing, code: z.string(), typed: postedForm.optional() }),
  z.strictObject({
    kind: z.literal("draft"),
    ...standing,
    code: z.string(),
    lookup: key,
    draftKey: key,
    /** They came from the review to change one page, and go back there. */
    checking: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal("sent"), ...standing, code: z.string() }),
  z.strictObject({
    kind: z.literal("report"),
    ...standing,
    ...{ lookup: key, publicKey: key, privateKey: key },
    /** Which news is being told: a kind, never a word of it. */
    topic: z.enum(newsKinds).optional(),
    said: z.enum(saids).optional(),
    /** Which permission is about to change, and which way. */
    choice: choice.optional(),
  }),
]);
export type Flow = z.infer<typeof flow>;
export type DraftFlow = Extract<Flow, { kind: "draft" }>;
export type ReportFlow = Extract<Flow, { kind: "report" }>;
