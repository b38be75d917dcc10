import { z } from "zod";
import { casePage, caseQuery, namedCase, reference } from "../cases/schema";
import { accountAnswer, accountsQuery } from "../claims/accounts/schema";
import {
  claimId,
  claimQuery,
  claimsFileQuery,
  comparisonId,
  comparisonQuery,
  comparisonsQuery,
  knownQuery,
  publishedClaim,
} from "../claims/schema";
import { quotedMethod } from "../method/schema";
import { noQuery } from "../tallies/schema";
import { figureOperations } from "./figures/schema";
import { numberOperations } from "./numbers/schema";
import type { Operation } from "./operation/schema";

/** Everything published under /api/v1, and figures at their own addresses. A new address is added here or a test fails. */
export const operations: readonly Operation[] = [
  ...numberOperations,
  ...figureOperations,
  {
    path: "/api/v1/method",
    summary: "The method of counting in force: every rule with its words, its source and its parameters",
    query: noQuery,
    answer: quotedMethod,
  },
  {
    path: "/api/v1/cases",
    summary: "People whose families permitted the name, by surname",
    query: caseQuery,
    answer: casePage,
  },
  {
    path: "/api/v1/cases.csv",
    summary: "The same list as one file",
    query: caseQuery.omit({ cursor: true, limit: true }),
    answer: null,
  },
  {
    path: "/api/v1/cases/{reference}",
    summary:
      "One named person, as their page prints them. Two public pages found to be one person's are one: either reference answers with the " +
      "one that stands",
    parameters: z.strictObject({ reference }),
    answer: namedCase,
  },
  {
    path: "/api/v1/claims",
    summary: "Figures that others published, newest first; with `known`, as they were read at that moment",
    query: claimQuery,
    answer: z.strictObject({ items: z.array(publishedClaim), next: claimId.nullable() }),
  },
  {
    path: "/api/v1/claims.csv",
    summary: "The same figures as one file",
    query: claimsFileQuery,
    answer: null,
  },
  {
    path: "/api/v1/claims/accounts",
    summary:
      "The arithmetic of each organisation's own figures: two totals it published, the flows it published for the days between, and " +
      "what the sources leave unexplained, which is nobody's error. Never across organisations",
    query: accountsQuery,
    answer: z.strictObject({ items: z.array(accountAnswer), next: z.null() }),
  },
  {
    path: "/api/v1/claims/accounts.csv",
    summary: "The same accounts, one line a row",
    query: accountsQuery,
    answer: null,
  },
  {
    path: "/api/v1/claims/{id}",
    summary: "One published figure, as it is read today or was at a moment",
    query: knownQuery,
    parameters: z.strictObject({ id: claimId }),
    answer: publishedClaim,
  },
  {
    path: "/api/v1/comparisons/{id}",
    summary:
      "A figure with each of those to read beside it, or one pair by the ids of both: what differs, the gap where there is one, and " +
      "what a balance of this registry says of the same days (the latest, or the one named). With a balance or a moment the answer is " +
      "the same for ever; `known` in it is the moment to ask for again",
    query: comparisonQuery,
    parameters: z.strictObject({ id: comparisonId }),
    answer: z.looseObject({
      known: z.iso.datetime({ offset: true }).nullable(),
      balance: z.string().nullable(),
      claim: publishedClaim,
      own: z.looseObject({}).nullable(),
      pairs: z.array(z.looseObject({})),
    }),
  },
  {
    path: "/api/v1/comparisons.csv",
    summary:
      "The same as one file, a row a pair; without an id, every figure of an authority beside the others of its days",
    query: comparisonsQuery,
    answer: null,
  },
];

/** Problem details as every error of the API answers them (RFC 9457). */
export const problem = z.looseObject({ type: z.string(), title: z.string(), status: z.int() });
