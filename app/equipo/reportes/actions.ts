"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { queueAddress } from "@/components/desk/queue/addresses";
import { deskAction } from "@/lib/auth/desk-action";
import { timeOfDay } from "@/lib/core/clock";
import { askFamily, assignReport, snoozeReport, wakeReport } from "@/lib/vetting/reports/commands";
import { gaps, queueViews } from "@/lib/vetting/reports/schema";

const reached = {
  reportId: z.uuid(),
  /** Who the page showed as holding it; empty for nobody. */
  seen: z.string().transform((who) => (who === "" ? null : who)),
  /** The view to return to; empty for the report's own page. */
  view: z.union([z.enum(queueViews), z.literal("")]).default(""),
  next: z.union([z.uuid(), z.literal("")]).default(""),
};

function goOn({ view, reportId }: { view: string; reportId: string }, done: string, next = reportId): never {
  const known = queueViews.find((one) => one === view);
  if (!known) redirect(`/equipo/reportes/${reportId}?hecho=${done}`);
  redirect(queueAddress({ view: known, report: next || null }).replace("?", `?hecho=${done}&`));
}

/** Takes a report for oneself, unless somebody else did meanwhile. */
export const takeReport = deskAction(
  z.strictObject({ ...reached, why: z.string().max(500).default("") }),
  async (staff, { reportId, seen, why, view }, clock) => {
    await assignReport(staff, reportId, { seen, why }, clock);
    goOn({ view, reportId }, "taken");
  },
  { keep: ["why"] },
);

/** Hands a report to a colleague, and goes on to the next. */
export const giveReport = deskAction(
  z.strictObject({ ...reached, to: z.string().min(1), why: z.string().max(500).default("") }),
  async (staff, { reportId, seen, to, why, view, next }, clock) => {
    await assignReport(staff, reportId, { seen, to, why }, clock);
    goOn({ view, reportId }, "given", next);
  },
  { keep: ["why", "to"] },
);

/** Puts a report off, for so many hours or until eight in the morning of a day. */
export const putOff = deskAction(
  z.strictObject({
    ...reached,
    hours: z.enum(["4", "24", "72", "168"]),
    day: z.union([z.iso.date(), z.literal("")]).default(""),
    why: z.string().trim().min(3, "required").max(500),
  }),
  async (staff, { reportId, seen, hours, day, why, view, next }, clock) => {
    const until = day ? timeOfDay(day, "08:00") : new Date(clock().getTime() + Number(hours) * 3_600_000);
    await snoozeReport(staff, reportId, { seen, until, why }, clock);
    goOn({ view, reportId }, "snoozed", next);
  },
  { keep: ["hours", "day", "why"] },
);

export const bringBack = deskAction(z.strictObject(reached), async (staff, { reportId, view }, clock) => {
  await wakeReport(staff, reportId, clock);
  goOn({ view, reportId }, "woken");
});

/** Asks the family for what the report lacks, and goes on to the next. */
export const askForWord = deskAction(
  z.strictObject({ ...reached, wants: z.array(z.enum(gaps)).min(1, "required").max(gaps.length) }),
  async (staff, { reportId, seen, wants, view, next }, clock) => {
    await askFamily(staff, reportId, { seen, wants }, clock);
    goOn({ view, reportId }, "asked", next);
  },
  { keep: ["wants"] },
);
