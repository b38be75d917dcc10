import type { Metadata } from "next";
import { DeskForm } from "@/components/desk/form";
import { PrintedSheet } from "@/components/desk/paper/printed/sheet";
import { momentText } from "@/components/desk/when";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { origin } from "@/lib/core/env";
import { localeOf, locales } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { listFreeStrips } from "@/lib/vetting/paper/queries";
import { slipText } from "@/lib/vetting/paper/rules";
import { printed } from "./actions";

const MOST = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "sheet")("pageTitle") };
}

/** Numbered sheets for the strips of one batch, so many at a time, one letter page each. There is no sheet without a number. */
export default async function SheetsPage({
  searchParams,
}: {
  searchParams: Promise<{ lote?: string; desde?: string; hojas?: string; lengua?: string; hecho?: string }>;
}) {
  const { staff, csrf, locale } = await enterDesk("paper.transcribe");
  const { lote, desde, hojas, lengua, hecho } = await searchParams;
  const t = translator(locale, "sheet");
  const batches = await listFreeStrips(staff);
  const chosen = batches.find(({ madeAt }) => String(madeAt.getTime()) === lote);
  const next = (chosen?.numbers.findIndex((number) => !chosen.printed.has(number)) ?? 0) + 1 || 1;
  const from = whole(desde, next, chosen?.numbers.length ?? 1);
  const many = whole(hojas, 10, MOST);
  const sheets = chosen?.numbers.slice(from - 1, from - 1 + many) ?? [];
  const again = sheets.filter((number) => chosen?.printed.has(number));
  return (
    <>
      {hecho === "printed" && (
        <p className="done" role="status">
          {t("printedDone")}
        </p>
      )}
      <h1>{t("pageTitle")}</h1>
      <p className="note">{t("lead")}</p>
      {batches.length === 0 ? (
        <p className="empty">{t("noBatches")}</p>
      ) : (
        <form method="get" className="filters">
          <SelectField
            name="lote"
            label={t("choose")}
            defaultValue={lote}
            choices={batches.map(({ madeAt, madeBy, madeWith, numbers }) => ({
              value: String(madeAt.getTime()),
              label: `${t("batch", { moment: momentText(madeAt, locale), who: madeBy, other: madeWith })}: ${t("free", { n: numbers.length })}`,
            }))}
          />
          <TextField name="desde" label={t("from")} defaultValue={String(from)} inputMode="numeric" />
          <TextField name="hojas" label={t("many")} defaultValue={String(many)} inputMode="numeric" />
          <SelectField
            name="lengua"
            label={t("language")}
            defaultValue={localeOf(lengua ?? "es")}
            choices={locales.map((value) => ({ value, label: t(value) }))}
          />
          <Button>{t("show")}</Button>
        </form>
      )}
      {chosen && (
        <section className="entry" id="impresas">
          <p>
            {t("printed", { n: chosen.printed.size, of: chosen.numbers.length })}{" "}
            {chosen.lastPrinted &&
              t("lastPrinted", {
                moment: momentText(chosen.lastPrinted.at, locale),
                who: chosen.lastPrinted.by,
              })}
          </p>
          {again.length > 0 && (
            <p>
              <strong className="waits">
                {t("again", { n: again.length, list: again.map(slipText).join(", ") })}
              </strong>
            </p>
          )}
          <p className="note">{t("print")}</p>
          {again.length < sheets.length && (
            <DeskForm
              id="impresas-ya"
              action={printed}
              csrf={csrf}
              locale={locale}
              hidden={{ lote: lote ?? "", lengua: localeOf(lengua ?? "es"), numbers: sheets.join(",") }}
            >
              <Button plain>{t("markPrinted", { n: sheets.length - again.length })}</Button>
            </DeskForm>
          )}
        </section>
      )}
      {sheets.map((number) => (
        <PrintedSheet
          key={number}
          number={slipText(number)}
          locale={localeOf(lengua ?? "es")}
          address={origin("FAMILY")}
        />
      ))}
    </>
  );
}

/** A whole number from 1, as typed, within what there is. */
function whole(typed: string | undefined, otherwise: number, most: number): number {
  const number = /^\d{1,3}$/.test(typed ?? "") ? Number(typed) : otherwise;
  return Math.min(Math.max(number, 1), Math.max(most, 1));
}
