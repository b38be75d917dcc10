import type { Metadata } from "next";
import { CasePages } from "@/components/desk/case-pages";
import { DecisionOrigins } from "@/components/desk/decision-grounds";
import { Bringing } from "@/components/desk/evidence/bringing";
import { ByFact } from "@/components/desk/evidence/by-fact";
import { Pieces } from "@/components/desk/evidence/pieces";
import { Unread } from "@/components/desk/evidence/unread";
import { may } from "@/lib/auth/permissions";
import { enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { findCaseEvidence } from "@/lib/vetting/evidence/queries";
import { foundOr404 } from "../../../found";
import { bringingProblem } from "./problems";

interface Props {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The title stays in the history of a browser: the reference, never the name. */
export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  return { title: decodeURIComponent((await params).reference) };
}

/** What a case stands on, in one place: evidence, leads, files nobody read yet, origins, and each fact with what supports it. */
export default async function EvidencePage({ params, searchParams }: Props) {
  const { staff, locale, csrf } = await enterDesk("evidence.open");
  const reference = decodeURIComponent((await params).reference);
  const { found, items, unread } = await foundOr404(findCaseEvidence(staff, reference, wallClock));
  const t = translator(locale, "evidence");
  const { problema } = await searchParams;
  const standing = items.filter(({ item }) => item.withdrawn === null);
  const of = { found, locale };
  return (
    <>
      <CasePages reference={reference} current="/evidencia" staff={staff} locale={locale} />
      <header className="case-head">
        <h1>
          {t("heading")} <span className="num">{reference}</span>
        </h1>
      </header>
      <p className="note">{t("lead")}</p>
      <div className="panes case">
        <div>
          <section className="entry" id="pruebas">
            <h2>{t("evidence")}</h2>
            <Pieces {...of} pieces={standing.filter(({ item }) => !item.lead)} empty={t("none")} />
          </section>
          <section className="entry" id="pistas">
            <h2>{t("leads")}</h2>
            <Pieces {...of} pieces={standing.filter(({ item }) => item.lead)} empty={t("noLeads")} />
          </section>
          {items.length > standing.length && (
            <section className="entry" id="retiradas">
              <h2>{t("withdrawn")}</h2>
              <Pieces {...of} pieces={items.filter(({ item }) => item.withdrawn !== null)} empty="" />
            </section>
          )}
        </div>
        <div>
          <Unread reference={reference} files={unread} locale={locale} />
          {may(staff, "evidence.add") && (
            <Bringing reference={reference} csrf={csrf} problem={bringingProblem(problema)} locale={locale} />
          )}
          <DecisionOrigins {...of} />
          <ByFact found={found} locale={locale} />
        </div>
      </div>
    </>
  );
}
