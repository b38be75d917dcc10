import { type Clock, wallClock } from "@/lib/core/clock";
import type { ListedDocument } from "@/lib/evidence/documents/schema";
import type { Draft } from "@/lib/intake/draft/schema";
import { sealFlow } from "@/lib/intake/flow/queries";
import type { Choice, Said, View } from "@/lib/intake/flow/schema";
import type { NewsKind } from "@/lib/intake/news/schema";
import type { OpenedReport } from "@/lib/intake/receipt/schema";
import type { PostedForm, Problem } from "@/lib/intake/typed/schema";
import { freshFlow } from "./answer";
import type { Standing } from "./flow-cookie";

/** Everything one page shows. */
export interface Shown {
  view: View;
  /** The flow as a hidden field. */
  sealed: string;
  demo: boolean;
  typed: PostedForm;
  problems: Problem[];
  code?: string;
  draft?: Draft;
  expiresAt?: Date;
  report?: OpenedReport;
  /** Which news is being told. */
  topic?: NewsKind;
  /** What was just done, said once. */
  said?: Said;
  /** Whether the number that opened the report can be taken back with a word. */
  hasWord?: boolean;
  /** What is needed has been answered: from here on it can be sent at any page. */
  ready?: boolean;
  /** Which permission is about to change. */
  choice?: Choice;
  /** What came beside a report: listed of a draft, only counted of one sent. */
  documents?: { kept: (ListedDocument & { id: string })[] | null; count: number };
  /** It was asked for from the receipt, which waits behind it. */
  sent?: boolean;
  /** The entry address as a picture, for the receipt. */
  qr?: string;
  /** Number of a failure, and whether what was typed stands below it. */
  trouble?: string;
}

/** A page with nothing on it yet but its flow, sealed anew. */
export function plain(view: View, flow: Standing = freshFlow(view), sealedAt: Clock = wallClock): Shown {
  return { view, sealed: sealFlow({ ...flow, at: view }, sealedAt), demo: false, typed: {}, problems: [] };
}
