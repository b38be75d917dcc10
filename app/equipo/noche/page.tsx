import type { Metadata } from "next";
import { DeskSelect, DeskText } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { Picks } from "@/components/desk/night/picks";
import { SheetRows } from "@/components/desk/night/sheet-rows";
import { SourceFields } from "@/components/desk/source-fields";
import { Button } from "@/components/ui/button";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { number } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/messages";
import { eveningDay } from "@/lib/vetting/night/rules";
import { MOST_ROWS, nightKinds, nightPrecisions } from "@/lib/vetting/night/schema";
import { listForNight, listSheets } from "@/lib/vetting/night/sheets/queries";
import { choices, label } from "@/lib/vocabularies/rules";
import { saveSheet } from "./actions";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const textOf = (asked: unknown): string => (typeof asked === "string" ? asked.trim().slice(0, 120) : "");

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "night")("title") };
}

/** A night of releases: a sheet over everybody verified in custody, and the sheets recorded before. */
export default async function NightPage({ searchParams }: Props) {
  const { staff, csrf, locale } = await enterDesk("fact.record");
  const t = translator(locale, "night");
  const asked = await searchParams;
  const filter = { words: textOf(asked.buscar), entity: textOf(asked.estado), facility: textOf(asked.sitio) };
  const [{ people, total, stopped }, sheets] = await Promise.all([
    listForNight(staff, filter, MOST_ROWS, wallClock),
    listSheets(staff),
  ]);
  const kinds = choices("custody_state", locale).filter(({ value }) =>
    nightKinds.some((one) => one === value),
  );
  const rows = people.map(({ reference, name, aliases, facility, entity, exitWaits }) => ({
    reference,
    name,
    prison: facility ? label("facility", facility, locale) : "",
    waits: exitWaits,
    also: [...aliases, entity ? label("entity", entity, locale) : ""].join(" "),
  }));
  return (
    <div className="flow pb-10">
      <h1>{t("title")}</h1>
      <p>{t("lead")}</p>
      <form method="get" className="row3">
        <DeskText name="buscar" label={t("filterName")} value={filter.words} />
        <DeskSelect
          name="estado"
          label={t("filterEntity")}
          value={filter.entity}
          empty={t("all")}
          choices={choices("entity", locale)}
        />
        <DeskSelect
          name="sitio"
          label={t("filterPrison")}
          value={filter.facility}
          empty={t("all")}
          choices={choices("facility", locale)}
        />
        <div>
          <Button plain>{t("filter")}</Button>
        </div>
      </form>
      <p className="note">{t("shown", { n: number(locale, people.length), total: number(locale, total) })}</p>
      {stopped && <p className="note">{t("tooMany")}</p>}
      <DeskForm
        id="hoja"
        action={saveSheet}
        csrf={csrf}
        locale={locale}
        hidden={{ sheet: newId() }}
        labels={{ pick: t("people"), day: t("day"), from: t("from"), to: t("to"), sources: t("source") }}
      >
        <div className="stack">
          <div className="row3">
            <DeskText name="day" type="date" label={t("day")} value={eveningDay(wallClock())} />
            <DeskSelect
              name="precision"
              label={t("precision")}
              value="night"
              choices={nightPrecisions.map((one) => ({ value: one, label: t(`precisions.${one}`) }))}
            />
            <DeskSelect name="common" label={t("kindAll")} value="released_unspecified" choices={kinds} />
            <DeskText name="from" label={t("from")} hint={t("hourHint")} />
            <DeskText name="to" label={t("to")} hint={t("toHint")} />
          </div>
          <SourceFields prefix="sources" locale={locale} />
          <Picks
            rows={rows}
            kinds={kinds}
            words={{
              search: t("search"),
              searchHint: t("searchHint"),
              only: t("onlyTicked"),
              ticked: t("ticked", { n: "{n}" }),
              name: t("name"),
              prison: t("prison"),
              hour: t("hour"),
              kind: t("kind"),
              asSheet: t("asSheet"),
              waits: t("waits"),
            }}
          />
          <datalist id="prisons">
            {choices("facility", locale).map((one) => (
              <option key={one.value} value={one.label} />
            ))}
          </datalist>
          <div>
            <Button data-key="S">{t("save")}</Button>
          </div>
        </div>
      </DeskForm>
      <section className="entry flow">
        <h2>{t("sheets")}</h2>
        {sheets.length === 0 ? (
          <p className="empty">{t("noSheets")}</p>
        ) : (
          <SheetRows locale={locale} sheets={sheets} />
        )}
      </section>
    </div>
  );
}
