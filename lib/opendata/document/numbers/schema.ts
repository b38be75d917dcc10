import { z } from "zod";
import { balanceContent, learned, printedReconciliation, printedTally } from "@/lib/balances/schema";
import { cardQuery } from "../../balances/card/schema";
import { joinedFlows } from "../../tallies/joins/schema";
import { balancesQuery, changeQuery, noQuery, seriesQuery, tallyQuery } from "../../tallies/schema";
import type { Operation } from "../operation/schema";

const moment = z.iso.datetime({ offset: true });
const mark = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  kind: z.enum(["weekly", "partial"]),
  publishedAt: moment,
});
const asked = z.record(z.string(), z.string().optional());

/** A balance in the list of them. */
export const balanceLineShape = mark.extend({
  at: moment,
  known: moment,
  method: z.string(),
  total: z.int(),
  contentHash: z.string(),
});
const whole = mark.extend({
  content: balanceContent,
  contentHash: z.string(),
  manifestHash: z.string().optional(),
  files: z
    .array(z.strictObject({ name: z.string(), size: z.int(), sha256: z.string(), href: z.string() }))
    .optional(),
  signatures: z.array(z.strictObject({ publicKey: z.string(), signature: z.string() })),
});
const tally = printedTally.extend({
  balance: mark,
  at: moment,
  known: moment,
  asked: asked.optional(),
  note: z.string().optional(),
  method: z.string(),
});
const change = z.strictObject({
  from: mark.nullable(),
  to: mark,
  asked,
  /** How many balances' accounts are added up; 0 where there is none. */
  steps: z.int(),
  note: z.string().optional(),
});
const point = z.strictObject({
  at: moment,
  known: moment.optional(),
  total: z.int(),
  slug: z.string().nullable(),
  published: z.int().nullable().optional(),
  difference: z.int().nullable().optional(),
  learned: learned.nullable().optional(),
});

/** The addresses of our own numbers: as published at balances, and between them. */
export const numberOperations: readonly Operation[] = [
  {
    path: "/api/v1/balances",
    summary: "Every balance, newest first, with its total",
    query: balancesQuery,
    answer: z.strictObject({ items: z.array(balanceLineShape), next: z.string().nullable() }),
  },
  { path: "/api/v1/balances.csv", summary: "The same balances as one file", query: noQuery, answer: null },
  {
    path: "/api/v1/balances/{id}",
    summary: "One balance whole: what was signed, its hash and the signatures over it",
    query: noQuery,
    parameters: z.strictObject({ id: z.string() }),
    answer: whole,
  },
  {
    path: "/api/v1/balances/{id}/balance.zip",
    summary: "One balance as a zip of every file, its manifest and both signatures; the same bytes for ever",
    query: noQuery,
    parameters: z.strictObject({ id: z.string() }),
    answer: null,
    file: "application/zip",
  },
  {
    path: "/api/v1/balances/{id}/files/{name}",
    summary: "One file of that zip",
    query: noQuery,
    parameters: z.strictObject({ id: z.string(), name: z.string() }),
    answer: null,
    file: "*/*",
  },
  {
    path: "/api/v1/balances/{id}/card.png",
    summary:
      "One balance as a picture of 1080 by 1350, drawn from its frozen numbers; what was signed are its files",
    query: cardQuery,
    parameters: z.strictObject({ id: z.string() }),
    answer: null,
    file: "image/png",
  },
  {
    path: "/api/v1/balances/{id}/card.txt",
    summary: "One balance as a message of at most 900 characters",
    query: cardQuery,
    parameters: z.strictObject({ id: z.string() }),
    answer: null,
    file: "text/plain",
  },
  {
    path: "/api/v1/tallies",
    summary: "The numbers of a balance after disclosure control; of the latest when nothing is asked",
    query: tallyQuery,
    answer: tally,
  },
  { path: "/api/v1/tallies.csv", summary: "The same numbers, one a row", query: tallyQuery, answer: null },
  {
    path: "/api/v1/flows",
    summary:
      "What happened between two publication moments, each balance's own window as it was published, added up. Of several " +
      "balances no number of persons is claimed: persons is null, personsBetween says the least and the most",
    query: changeQuery,
    answer: change.extend({ flows: joinedFlows.nullable() }),
  },
  {
    path: "/api/v1/flows.csv",
    summary: "The same flows, one number a row",
    query: changeQuery,
    answer: null,
  },
  {
    path: "/api/v1/reconciliation",
    summary:
      "How one published total became the other, term by term, and as a sentence in both languages. Over several balances each " +
      "term is the sum of what each published: what was known late is late with respect to the balance that published it",
    query: changeQuery,
    answer: change.extend({
      reconciliation: printedReconciliation.nullable(),
      words: z.record(z.string(), z.string()).nullable(),
    }),
  },
  {
    path: "/api/v1/reconciliation.csv",
    summary: "The same account, one line a row",
    query: changeQuery,
    answer: null,
  },
  {
    path: "/api/v1/series",
    summary:
      "The weekly total, as published then or as restated now: two series, neither written over the other. A restated cut-off that was " +
      "published bears the difference, and by reason what was learned of that day since",
    query: seriesQuery,
    answer: z.strictObject({
      kind: z.enum(["published", "restated"]),
      balance: mark,
      items: z.array(point),
      next: z.null(),
    }),
  },
  { path: "/api/v1/series.csv", summary: "The same series as one file", query: seriesQuery, answer: null },
];
