import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CasePages } from "@/components/desk/case-pages";
import { PrintButton } from "@/components/desk/ficha/print-button";
import { CaseSheet } from "@/components/desk/ficha/sheet";
import { DeskChoices } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { Button } from "@/components/ui/button";
import { type DeskVisit, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { printFiling } from "@/lib/filings/commands";
import { listFilingRefusals } from "@/lib/filings/queries";
import { purposeOf, recipients } from "@/lib/filings/schema";
import { translator } from "@/lib/i18n/messages";
import { label } from "@/lib/vocabularies/rules";
import { foundOr404 } from "../../../found";
import { prepareSheet } from "./actions";

interface FilingPageProps {
  params: Promise<{ reference: string }>;
  searchParams: Promise<{ para?: string; lengua?: string }>;
}

/** The title stays in the history of a browser: the reference, never the name. */
export async function generateMetadata({ params }: Pick<FilingPageProps, "params">): Promise<Metadata> {
  return { title: decodeURIComponent((await params).reference) };
}

/** The record of a case for one recipient; without one, or where it is refused, which recipients are permitted and what the others lack. */
export default async function FilingPage({ params, searchParams }: FilingPageProps) {
  const visit = await enterDesk("filing.print");
  const reference = decodeURIComponent((await params).reference);
  const { para, lengua } = await searchParams;
  const recipient = recipients.find((one) => one === para);
  if (!recipient) return <Choosing reference={reference} visit={visit} refused={null} />;
  try {
    const sheet = await printFiling(visit.staff, { reference, recipient }, wallClock);
    const t = translator(visit.locale, "desk-ficha");
    return (
      <>
        <p className="acts screen-only">
          <a href={`/equipo/casos/${reference}`}>{translator(visit.locale, "desk")("fact.back")}</a>
          <a href={`/equipo/casos/${reference}/ficha`}>{t("another")}</a>
          <PrintButton text={t("print")} />
        </p>
        <CaseSheet sheet={sheet} locale={lengua === "en" ? "en" : "es"} />
      </>
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "not_found") notFound();
    return <Choosing reference={reference} visit={visit} refused={error} />;
  }
}

interface ChoosingProps {
  reference: string;
  visit: DeskVisit;
  refused: Refusal | null;
}

async function Choosing({ reference, visit: { staff, csrf, locale }, refused }: ChoosingProps) {
  const t = translator(locale, "desk-ficha");
  const refusals = translator(locale, "refusals");
  const answers = await foundOr404(listFilingRefusals(staff, reference, wallClock));
  const open = answers.filter(({ refusal }) => refusal === null);
  const closed = answers.filter(({ refusal }) => refusal !== null);
  return (
    <>
      <CasePages reference={reference} current="/ficha" staff={staff} locale={locale} />
      <h1>
        {t("title")} <span className="num">{reference}</span>
      </h1>
      {refused && (
        <p className="problems" role="alert">
          {refused.code === "step_up_needed" ? t("stepUp") : refusals(refused.code, refused.values)}
        </p>
      )}
      <p>{t("intro")}</p>
      <p className="note">{t("leftOut")}</p>
      <section className="entry">
        <h2>{t("whom")}</h2>
        {open.length === 0 ? (
          <p className="empty">{t("noneAllowed")}</p>
        ) : (
          <DeskForm
            id="ficha"
            action={prepareSheet}
            csrf={csrf}
            locale={locale}
            hidden={{ reference }}
            labels={{ recipient: t("whom"), language: t("language") }}
          >
            <div className="stack">
              <DeskChoices
                name="recipient"
                label={t("whom")}
                choices={open.map((one) => ({
                  value: one.recipient,
                  label: t(`recipients.${one.recipient}`),
                }))}
              />
              <DeskChoices
                name="language"
                label={t("language")}
                value={[locale]}
                choices={(["es", "en"] as const).map((one) => ({ value: one, label: t(`languages.${one}`) }))}
              />
              <div>
                <Button>{t("prepare")}</Button>
              </div>
            </div>
          </DeskForm>
        )}
      </section>
      {closed.length > 0 && (
        <section className="entry">
          <h2>{t("cannot")}</h2>
          <ul className="rows">
            {[...new Set(closed.map(({ refusal }) => refusal))].map((why) => (
              <li key={why}>
                {why && <p>{refusals(why)}</p>}
                <ul className="plain">
                  {closed
                    .filter(({ refusal }) => refusal === why)
                    .map(({ recipient }) => (
                      <li key={recipient}>
                        <b>{t(`recipients.${recipient}`)}</b>
                        <span className="note">
                          {t("needs", { purpose: label("purpose", purposeOf[recipient], locale) })}
                        </span>
                      </li>
                    ))}
                </ul>
              </li>
            ))}
          </ul>
          <p>
            <a href={`/equipo/casos/${reference}#permisos`}>
              {translator(locale, "desk")("permission.title")}
            </a>
          </p>
        </section>
      )}
    </>
  );
}
