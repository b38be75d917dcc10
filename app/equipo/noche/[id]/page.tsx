import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeskForm } from "@/components/desk/form";
import { AnswerRows } from "@/components/desk/night/answer-rows";
import { PreciseRows } from "@/components/desk/night/precise-rows";
import { momentText } from "@/components/desk/when";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { readSheet } from "@/lib/vetting/night/sheets/queries";
import { draft } from "../../balances/actions";
import { foundOr404 } from "../../found";
import { answerSheet, preciseSheet } from "../actions";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ hecho?: string; n?: string; no?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "night")("sheetTitle") };
}

/** One sheet: who was left out and why, what waits for a second person, what stands and can be made more exact. */
export default async function SheetPage({ params, searchParams }: Props) {
  const { staff, csrf, locale } = await enterDesk("case.read");
  const [t, refusals] = [translator(locale, "night"), translator(locale, "refusals")];
  const [{ id }, { hecho, n, no }] = await Promise.all([params, searchParams]);
  if (!z.uuid().safeParse(id).success) notFound();
  const sheet = await foundOr404(readSheet(staff, id, wallClock));
  const act = (["recorded", "answered", "precised"] as const).find((one) => one === hecho);
  const waiting = sheet.rows.filter(({ state }) => state === "waiting" || state === "correcting");
  const known = sheet.rows.filter(({ state }) => state === "known");
  const withdrawn = sheet.rows.filter(({ state }) => state === "withdrawn");
  const form = { csrf, locale, hidden: { sheet: id } };
  return (
    <div className="flow pb-10">
      {act && (
        <p role="status" className="notice">
          {t(`did.${act}`, { n: Number(n) || 0, no: Number(no) || 0 })}
        </p>
      )}
      <h1>{t("sheetTitle")}</h1>
      <p>{t("recorded", { who: sheet.recordedBy, when: momentText(sheet.recordedAt, locale) })}</p>
      {sheet.leftOut.length > 0 && (
        <section className="entry flow">
          <h2>{t("leftOut", { n: sheet.leftOut.length })}</h2>
          <ul>
            {sheet.leftOut.map(({ reference, name, code }) => (
              <li key={reference}>
                <a href={`/equipo/casos/${reference}`}>{name}</a>: {refusals(code as "not_found")}
              </li>
            ))}
          </ul>
        </section>
      )}
      {waiting.length > 0 && (
        <section className="entry flow" id="esperan">
          <h2>{t("waitingTitle", { n: waiting.length })}</h2>
          <p className="note">{t("waitingNote")}</p>
          <DeskForm id="respuesta" action={answerSheet} {...form}>
            <AnswerRows
              locale={locale}
              rows={waiting}
              viewer={staff.username}
              mayConfirm={may(staff, "fact.confirm")}
            />
            {may(staff, "fact.confirm") && <Button data-key="S">{t("answer")}</Button>}
          </DeskForm>
        </section>
      )}
      {known.length > 0 && (
        <section className="entry flow" id="constan">
          <h2>{t("knownTitle", { n: known.length })}</h2>
          {may(staff, "balance.draft") && (
            <DeskForm
              id="parcial"
              action={draft}
              csrf={csrf}
              locale={locale}
              hidden={{ kind: "partial", day: "", corrects: "", why: "" }}
            >
              <p className="note">{t("partialNote")}</p>
              <Button plain>{t("partial")}</Button>
            </DeskForm>
          )}
          <details open={act === "precised"}>
            <summary>{t("precise")}</summary>
            <DeskForm
              id="precisar"
              action={preciseSheet}
              {...form}
              labels={{ reason: t("reason"), sources: t("source"), kind: t("kind") }}
            >
              <PreciseRows locale={locale} rows={known} />
              <Button>{t("preciseSave")}</Button>
            </DeskForm>
          </details>
        </section>
      )}
      {withdrawn.length > 0 && (
        <section className="entry flow">
          <h2>{t("withdrawnTitle", { n: withdrawn.length })}</h2>
          <ul>
            {withdrawn.map(({ reference, name }) => (
              <li key={reference}>
                <a href={`/equipo/casos/${reference}/historia`}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href="/equipo/noche">{t("back")}</a>
      </p>
    </div>
  );
}
