import type { RequestKind } from "@/lib/publication/withdrawals/schema";

const HOUR = 3_600_000;

/** Hours within which a request is answered: a name that stands in public does harm every hour; the rest takes a week. */
export const answerWithin: Record<RequestKind, number> = { name: 24, count: 168, reply: 168, erasure: 168 };

/** By when a request must be answered. */
export const dueAt = (kind: string, askedAt: Date): Date =>
  new Date(askedAt.getTime() + (kind === "name" ? answerWithin.name : answerWithin.count) * HOUR);

/** What a granted request does by itself: it ends a permission, or leaves the next act to the page named. */
export const effectOfGrant = (kind: string): "refuses_count" | "refuses_name" | "by_hand" =>
  kind === "count" ? "refuses_count" : kind === "name" ? "refuses_name" : "by_hand";
