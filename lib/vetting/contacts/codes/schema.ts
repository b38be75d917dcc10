import { z } from "zod";
import { locales } from "@/lib/i18n/locales";
import type { ToExplain } from "../../threads/outcomes/schema";

/** To whom a code is given, and in which language they will read. */
export const codeInput = z.strictObject({ holderId: z.uuid(), locale: z.enum(locales) });
export type CodeForm = z.input<typeof codeInput>;

/** A code that somebody asked to take back and nobody else has answered for yet. */
export interface OpenRevocation {
  id: string;
  reportId: string;
  why: string;
  proposedBy: string;
  proposedAt: Date;
}

/** What stands between a case and its families. */
export interface FamilySide {
  /** Reports that a code opens. */
  withCode: string[];
  revocations: OpenRevocation[];
  toExplain: ToExplain | null;
  hasDeath: boolean;
  /** Since when a release is known after which the person was not asked. */
  freedSince: Date | null;
}
