import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskArea, DeskText } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { momentText } from "@/components/desk/when";
import { Button } from "@/components/ui/button";
import { type DeskVisit, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { translator } from "@/lib/i18n/messages";
import { type ErasureShown, openErasure } from "@/lib/vetting/withdrawals/erasure/queries";
import { erase, proposeToErase } from "../../../retiros/actions";

interface Props {
  params: Promise<{ reference: string }>;
  searchParams: Promise<{ hecho?: string }>;
}

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  return { title: decodeURIComponent((await params).reference) };
}

/** Erasing a person: who asks, what is destroyed, what stays and why; two coordinators, the second with a fresh factor. */
export default async function ErasurePage({ params, searchParams }: Props) {
  const visit = await enterDesk("person.erase");
  const { staff, locale } = visit;
  const found = await openErasure(staff, decodeURIComponent((await params).reference), wallClock).catch(
    (error: unknown) => {
      if (error instanceof Refusal && error.code === "not_found") notFound();
      throw error;
    },
  );
  const t = translator(locale, "withdrawals");
  const { goes, stays, reference } = found;
  return (
    <>
      {(await searchParams).hecho === "erasureProposed" && (
        <p className="done" role="status">
          {t("did.erasureProposed")}
        </p>
      )}
      <p>
        <a href={`/equipo/casos/${reference}`}>{translator(locale, "desk")("history.back")}</a>
      </p>
      <h1>{t("erasure.title", { reference })}</h1>
      <p>
        <strong>{t("erasure.lead")}</strong>
      </p>
      <div className="panes">
        <section className="entry">
          <h2>{t("erasure.goes")}</h2>
          <ul>
            <li>{t("erasure.goesName")}</li>
            <li>{t("erasure.goesReports", { n: goes.reports })}</li>
            <li>{t("erasure.goesCodes", { codes: goes.codes, messages: goes.messages })}</li>
            <li>{t("erasure.goesWords", { evidence: goes.evidence, decisions: goes.decisions })}</li>
            <li>{t("erasure.goesPage", { named: String(goes.isNamed) })}</li>
          </ul>
        </section>
        <section className="entry">
          <h2>{t("erasure.stays")}</h2>
          <ul>
            <li>{t("erasure.staysFacts", { facts: stays.facts, permissions: stays.permissions })}</li>
            <li>{t("erasure.staysNumbers")}</li>
            <li>{t("erasure.staysTrail")}</li>
          </ul>
        </section>
      </div>
      <section className="entry">
        <h2>{t("erasure.who")}</h2>
        {found.holders.length === 0 ? (
          <p>{t("erasure.nobody")}</p>
        ) : (
          <ul>
            {found.holders.map((one) => (
              <li key={one.id ?? one.report}>
                {translator(locale, "desk")(`permission.givers.${one.givenBy}`)}
                {one.who && ` · ${one.who}`},{" "}
                {one.how === null ? t("erasure.unchecked") : t("erasure.checked", { how: one.how })}
              </li>
            ))}
          </ul>
        )}
      </section>
      <Act found={found} visit={visit} />
    </>
  );
}

function Act({ found, visit: { staff, csrf, locale } }: { found: ErasureShown; visit: DeskVisit }) {
  const t = translator(locale, "withdrawals");
  const { proposed, caseId, reference } = found;
  if (!proposed)
    return (
      <section className="entry">
        <h2>{t("erasure.propose")}</h2>
        <DeskForm
          id="borrado"
          action={proposeToErase}
          csrf={csrf}
          locale={locale}
          hidden={{ caseId, reference }}
          labels={{ asks: t("erasure.asks"), why: t("erasure.why") }}
        >
          <div className="stack">
            <DeskText name="asks" label={t("erasure.asks")} />
            <DeskArea name="why" label={t("erasure.why")} />
            <div>
              <Button>{t("erasure.submit")}</Button>
            </div>
          </div>
        </DeskForm>
      </section>
    );
  return (
    <section className="entry">
      <p>
        {t("erasure.proposed", { who: proposed.proposedBy, moment: momentText(proposed.proposedAt, locale) })}
      </p>
      <p className="words">{proposed.why}</p>
      {proposed.proposedBy === staff.username ? (
        <p>{t("erasure.mine")}</p>
      ) : (
        <DeskForm id="borrar" action={erase} csrf={csrf} locale={locale} hidden={{ id: proposed.id }}>
          <p className="note">{t("erasure.confirmHint")}</p>
          <Button>{t("erasure.confirm")}</Button>
        </DeskForm>
      )}
    </section>
  );
}
