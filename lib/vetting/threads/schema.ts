import { z } from "zod";
import type { ThreadMessage } from "@/lib/intake/schema";

/**
 * What the desk says to families by default: sentences that tell a stranger who reads them nothing. None says that somebody died, and
 * none ever will.
 */
export const templates = [
  "question",
  "last_seen",
  "when_taken",
  "where_held",
  "document",
  "hours_to_call",
  "decide",
  "come_back",
  "confirmed",
  "not_yet",
  "thanks",
  "nobody_charges",
] as const;
export type Template = (typeof templates)[number];

/** Those that mean something to whoever wrote about a public page. */
export const pageTemplates: readonly Template[] = [
  "question",
  "document",
  "come_back",
  "thanks",
  "nobody_charges",
];

/** Those that wait for an answer. */
const asking: readonly Template[] = [
  "question",
  "last_seen",
  "when_taken",
  "where_held",
  "document",
  "hours_to_call",
  "decide",
];
export const asks = (template: Template): boolean => asking.includes(template);

/** Lists of threads, each with its own address. */
export const threadViews = ["us", "unread", "family"] as const;
export type ThreadView = (typeof threadViews)[number];

/** What somebody at the desk writes: sentences chosen, or words of their own by an explicit choice; never both at once. */
export const messageInput = z
  .strictObject({
    /** How many messages the page showed: another person's word in between refuses this one. */
    seen: z.int().min(0),
    templates: z.array(z.enum(templates)).max(4).default([]),
    /** The explicit choice to use words of one's own. */
    own: z.boolean().default(false),
    words: z.string().trim().max(1000).default(""),
    /** Whether words of one's own wait for an answer. */
    asks: z.boolean().default(false),
  })
  .refine(({ templates: chosen, words }) => chosen.length > 0 || words !== "", {
    path: ["templates"],
    message: "required",
  });
export type MessageForm = z.input<typeof messageInput>;

/** A thread as a row of a list. */
export interface ThreadRow {
  reportId: string;
  name: string;
  /** The reference somebody wrote about, where it is no report of a person. */
  page: string | null;
  waiting: "us" | "family" | null;
  since: Date;
  unread: boolean;
  assignedTo: string | null;
}

/** One conversation, opened. */
export interface OpenedThread {
  reportId: string;
  name: string;
  /** The reference somebody wrote about, where it is no report of a person. */
  page: string | null;
  locale: "es" | "en";
  assignedTo: string | null;
  waiting: "us" | "family" | null;
  /** There is no code: nobody would read what is written. */
  hasCode: boolean;
  messages: ThreadMessage[];
}
