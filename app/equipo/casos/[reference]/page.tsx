import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CaseHeader } from "@/components/desk/case-header";
import { CaseHistory } from "@/components/desk/case-history";
import { CasePages } from "@/components/desk/case-pages";
import { CaseWarnings } from "@/components/desk/case-warnings";
import { PairsOnCase } from "@/components/desk/pairs/on-case";
import { may } from "@/lib/auth/permissions";
import { enterDesk } from "@/lib/auth/session";
import { permitsCounting } from "@/lib/cases/permissions/rules";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { translator } from "@/lib/i18n/messages";
import { findAwaited } from "@/lib/vetting/answers/queries";
import { findCaseForDesk } from "@/lib/vetting/cases/queries";
import { lastConfirmed } from "@/lib/vetting/cases/timeline/rules";
import { warningsOf } from "@/lib/vetting/cases/warnings/rules";
import { findPairs } from "@/lib/vetting/pairs/commands";
import { mergesOf } from "@/lib/vetting/pairs/merge/queries";
import { Decisions } from "./decisions";
import { Evidence } from "./evidence";
import { Facts } from "./facts";
import { Naming } from "./naming";
import { Permissions } from "./permissions";
import { Remedies } from "./remedies";

const acts = [
  ...([
    "case",
    "fact",
    "remedy",
    "confirmed",
    "retracted",
    "evidence",
    "permission",
    "decision",
    "review",
  ] as const),
  ...([
    "naming",
    "named",
    "withdrawn",
    "kin",
    "taken",
    "setAside",
    "corrected",
    "leaving",
    "stays",
    "attached",
    "holder",
    "evidenceWithdrawn",
    "reviewDate",
  ] as const),
];

interface CasePageProps {
  params: Promise<{ reference: string }>;
  searchParams: Promise<{ hecho?: string }>;
}

/** The title stays in the history of a browser: the reference, never the name. */
export async function generateMetadata({ params }: Pick<CasePageProps, "params">): Promise<Metadata> {
  return { title: decodeURIComponent((await params).reference) };
}

/** One case, whole: who, five tracks, permissions, facts, evidence, decisions, naming and what was done to it. */
export default async function CasePage({ params, searchParams }: CasePageProps) {
  const visit = await enterDesk("case.read");
  const { staff, locale } = visit;
  const found = await findCaseForDesk(staff, decodeURIComponent((await params).reference), wallClock).catch(
    (error: unknown) => {
      if (error instanceof Refusal && error.code === "not_found") notFound();
      throw error;
    },
  );
  const merges = await mergesOf(staff, found.caseId);
  const pairs = await findPairs(staff, { kind: "case", id: found.caseId }, wallClock);
  const awaited = await findAwaited(staff, found, wallClock);
  const t = translator(locale, "desk");
  const { hecho } = await searchParams;
  const act = acts.find((one) => one === hecho);
  return (
    <>
      {act && (
        <p className="done" role="status">
          {t(`case.did.${act}`)}
        </p>
      )}
      <CasePages reference={found.reference} staff={staff} locale={locale} />
      <CaseHeader
        found={found}
        lastConfirmed={lastConfirmed(found.facts, wallClock())}
        permitsCounting={permitsCounting(found.permissions, wallClock())}
        locale={locale}
      />
      <PairsOnCase merges={merges} open={pairs} mayOpen={may(staff, "pair.read")} locale={locale} />
      <CaseWarnings
        warnings={warningsOf(found.facts, wallClock())}
        page={`/equipo/casos/${found.reference}/linea`}
        locale={locale}
      />
      <div className="panes case">
        <div>
          <Facts found={found} visit={visit} />
          <Remedies found={found} visit={visit} />
          <Decisions found={found} visit={visit} />
        </div>
        <div>
          <Evidence found={found} visit={visit} />
          <Permissions found={found} awaited={awaited} visit={visit} />
          <Naming found={found} visit={visit} />
          <CaseHistory found={found} locale={locale} />
        </div>
      </div>
    </>
  );
}
