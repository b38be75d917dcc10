import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CorrectionFields } from "@/components/desk/correction-fields";
import { OfFact } from "@/components/desk/evidence/of-fact";
import { FactTable } from "@/components/desk/fact-table";
import { DeskArea } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { Key } from "@/components/desk/keys/key";
import { StandingRules } from "@/components/desk/standing-rules";
import { Button } from "@/components/ui/button";
import { enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { translator } from "@/lib/i18n/messages";
import { successorsOf } from "@/lib/vetting/cases/correcting/rules";
import { findCaseForDesk } from "@/lib/vetting/cases/queries";
import { statusOf } from "@/lib/vetting/cases/rules";
import { correctOne, proposeLeaving } from "../../actions";

interface CorrectionPageProps {
  params: Promise<{ reference: string; id: string }>;
}

/** The title stays in the history of a browser: the reference, never the name. */
export async function generateMetadata({ params }: CorrectionPageProps): Promise<Metadata> {
  return { title: decodeURIComponent((await params).reference) };
}

/**
 * One known fact, to be corrected or withdrawn; both wait for a second person. A fact that somebody changed meanwhile is shown beside
 * what holds now, with the way there, and takes no form.
 */
export default async function CorrectionPage({ params }: CorrectionPageProps) {
  const visit = await enterDesk("fact.record");
  const { staff, csrf, locale } = visit;
  const { reference, id } = await params;
  const found = await findCaseForDesk(staff, decodeURIComponent(reference), wallClock).catch(
    (error: unknown) => {
      if (error instanceof Refusal && error.code === "not_found") notFound();
      throw error;
    },
  );
  const fact = found.facts.find((one) => one.id === id && one.track !== "vetting");
  if (!fact) notFound();
  const t = translator(locale, "desk");
  const after = successorsOf(found.facts, fact.id);
  const isLeaving = found.retractions.some(({ factId }) => factId === fact.id);
  const isOpen = statusOf(fact) === "known" && after.length === 0 && !isLeaving;
  const hidden = { caseId: found.caseId, reference: found.reference, factId: fact.id };
  const holds = after.at(-1);
  return (
    <>
      <p>
        <a href={`/equipo/casos/${found.reference}#hechos`} data-key="D">
          {t("fact.back")} <Key of="D" />
        </a>
      </p>
      <h1>
        {t("fact.correctTitle")} <span className="num">{found.reference}</span>
      </h1>
      <section className="entry">
        <h2>{t("fact.stands")}</h2>
        {!isOpen && <p className="problems">{t(statusOf(fact) === "ended" ? "fact.over" : "fact.taken")}</p>}
        <FactTable facts={[fact, ...after]} viewer={staff.username} locale={locale} />
        {holds && statusOf(holds) === "known" && (
          <p>
            <a href={`/equipo/casos/${found.reference}/hechos/${holds.id}`}>{t("fact.correctOther")}</a>
          </p>
        )}
      </section>
      <section className="entry" id="evidencia">
        <h2>{translator(locale, "evidence")("ofFact.title")}</h2>
        <OfFact found={found} factId={fact.id} locale={locale} />
      </section>
      {isOpen && (
        <div className="panes case">
          <section className="entry">
            <h2>{t("fact.correctTitle")}</h2>
            <p className="note">{t("fact.correctHint")}</p>
            <DeskForm
              id="corregir"
              action={correctOne}
              csrf={csrf}
              locale={locale}
              hidden={{ ...hidden, track: fact.track, jurisdiction: fact.jurisdiction ?? "" }}
              labels={{ earliest: t("fact.earliest"), latest: t("fact.latest"), why: t("fact.correctWhy") }}
            >
              <StandingRules facts={found.facts} locale={locale} />
              <CorrectionFields fact={fact} locale={locale} />
              <Button>{t("fact.correctSubmit")}</Button>
            </DeskForm>
          </section>
          <section className="entry">
            <h2>{t("fact.leaveTitle")}</h2>
            <p className="note">{t("fact.leaveHint")}</p>
            <DeskForm
              id="retirar"
              action={proposeLeaving}
              csrf={csrf}
              locale={locale}
              hidden={hidden}
              labels={{ why: t("fact.why") }}
            >
              <div className="stack">
                <DeskArea name="why" label={t("fact.why")} />
                <div>
                  <Button plain>{t("fact.leaveSubmit")}</Button>
                </div>
              </div>
            </DeskForm>
          </section>
        </div>
      )}
    </>
  );
}
