import type { Metadata } from "next";
import { CasePages } from "@/components/desk/case-pages";
import { CaseWarnings } from "@/components/desk/case-warnings";
import { Timeline } from "@/components/desk/timeline";
import { Views } from "@/components/desk/views";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import { enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { findCaseForDesk } from "@/lib/vetting/cases/queries";
import { type Lane, lanes, orders } from "@/lib/vetting/cases/timeline/rules";
import { warningsOf } from "@/lib/vetting/cases/warnings/rules";
import { foundOr404 } from "../../../found";
import { NewFact } from "../facts";

interface TimelinePageProps {
  params: Promise<{ reference: string }>;
  searchParams: Promise<{ orden?: string; via?: string | string[] }>;
}

const words = { effective: "ocurrido", known: "sabido" } as const;
const laneWords: Record<Lane, string> = {
  vetting: "verificacion",
  custody: "custodia",
  process: "proceso",
  measure: "medidas",
  remedy: "recursos",
};

/** The title stays in the history of a browser: the reference, never the name. */
export async function generateMetadata({ params }: Pick<TimelinePageProps, "params">): Promise<Metadata> {
  return { title: decodeURIComponent((await params).reference) };
}

/** The facts of one case in lanes, as they happened or as the registry came to know them; which lanes and which order are in the address. */
export default async function TimelinePage({ params, searchParams }: TimelinePageProps) {
  const visit = await enterDesk("case.read");
  const { staff, locale } = visit;
  const reference = decodeURIComponent((await params).reference);
  const found = await foundOr404(findCaseForDesk(staff, reference, wallClock));
  const t = translator(locale, "desk");
  const l = translator(locale, "desk-lanes");
  const { orden, via } = await searchParams;
  const order = orders.find((one) => words[one] === orden) ?? "effective";
  const asked = [via ?? []].flat();
  const chosen = lanes.filter((lane) => asked.includes(laneWords[lane]));
  const shown = chosen.length > 0 ? chosen : lanes;
  const kept = chosen.map((lane) => `&via=${laneWords[lane]}`).join("");
  return (
    <>
      <CasePages reference={reference} current="/linea" staff={staff} locale={locale} />
      <h1>
        {t("timeline.title")} <span className="num">{reference}</span>
      </h1>
      <Views
        label={t("timeline.order")}
        views={orders.map((one) => ({
          href: `/equipo/casos/${reference}/linea?orden=${words[one]}${kept}`,
          label: t(`timeline.orders.${one}`),
          isCurrent: one === order,
        }))}
      />
      <form method="get" className="lane-filter">
        <input type="hidden" name="orden" value={words[order]} />
        <fieldset className="field">
          <legend>{l("filter")}</legend>
          <div className="ticks">
            {lanes.map((lane) => (
              <label key={lane}>
                <input
                  type="checkbox"
                  name="via"
                  value={laneWords[lane]}
                  defaultChecked={shown.includes(lane)}
                />
                <span>{t(`case.tracks.${lane}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <Button plain>{l("show")}</Button>
      </form>
      <CaseWarnings warnings={warningsOf(found.facts, wallClock())} locale={locale} />
      {found.facts.some(({ track }) => shown.includes(track)) ? (
        <Timeline facts={found.facts} lanes={shown} order={order} locale={locale} />
      ) : (
        <p className="empty">{found.facts.length === 0 ? t("fact.none") : l("nothing")}</p>
      )}
      {may(staff, "fact.record") && <NewFact found={found} visit={visit} />}
    </>
  );
}
