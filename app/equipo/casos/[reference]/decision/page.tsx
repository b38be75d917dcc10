import type { Metadata } from "next";
import { DecisionBlocks, DecisionOrigins, DecisionSeconds } from "@/components/desk/decision-grounds";
import { EvidenceList } from "@/components/desk/evidence-list";
import { FactTable } from "@/components/desk/fact-table";
import { Key } from "@/components/desk/keys/key";
import { PermissionStrip } from "@/components/desk/permission-strip";
import { may } from "@/lib/auth/permissions";
import { enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { fullName } from "@/lib/people/rules";
import { findCaseForDesk } from "@/lib/vetting/cases/queries";
import { foundOr404 } from "../../../found";
import { Waiting } from "./waiting";
import { Writing } from "./writing";

interface DecisionPageProps {
  params: Promise<{ reference: string }>;
}

/** The title stays in the history of a browser: the reference, never the name. */
export async function generateMetadata({ params }: DecisionPageProps): Promise<Metadata> {
  return { title: decodeURIComponent((await params).reference) };
}

/**
 * One case decided: what it rests on beside the checklist of the method, what is missing, who may sign and what would change. Where a
 * decision waits, it and the second person's form instead. One case at a time: no page decides two.
 */
export default async function DecisionPage({ params }: DecisionPageProps) {
  const visit = await enterDesk("decision.write");
  const { staff, locale } = visit;
  const reference = decodeURIComponent((await params).reference);
  const found = await foundOr404(findCaseForDesk(staff, reference, wallClock));
  const t = translator(locale, "desk-decision");
  const desk = translator(locale, "desk");
  const waiting = found.decisions.find((decision) => decision.review === null);
  const recorders = found.facts
    .filter((fact) => found.grounds.custodyIds.includes(fact.id))
    .map((fact) => fact.recordedBy);
  return (
    <>
      <p>
        <a href={`/equipo/casos/${reference}`} data-key="D">
          {t("back")} <Key of="D" />
        </a>
      </p>
      <header className="case-head">
        <h1>
          {t("pageTitle")}: {fullName(found.identity)} <span className="num">{reference}</span>
        </h1>
        <PermissionStrip answers={found.permissions.filter((row) => row.knownTo === null)} locale={locale} />
      </header>
      <div className="panes case">
        <div>
          <DecisionBlocks found={found} locale={locale} />
          {waiting ? (
            <Waiting decision={waiting} found={found} visit={visit} />
          ) : (
            may(staff, "decision.write") && <Writing found={found} visit={visit} />
          )}
        </div>
        <div>
          <DecisionOrigins found={found} locale={locale} />
          <DecisionSeconds
            found={found}
            author={waiting?.authoredBy ?? staff.username}
            recorders={waiting?.recorders ?? [...new Set(recorders)]}
            locale={locale}
          />
          <section className="entry">
            <h2>{desk("evidence.title")}</h2>
            <EvidenceList evidence={found.evidence} locale={locale} />
          </section>
          <section className="entry">
            <h2>{desk("fact.title")}</h2>
            <FactTable
              facts={found.facts.filter((fact) => fact.track !== "vetting" && fact.knownTo === null)}
              viewer={staff.username}
              locale={locale}
            />
          </section>
        </div>
      </div>
    </>
  );
}
