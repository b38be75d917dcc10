import { replyDoor } from "@/components/shell/family-door";
import { DetailsList } from "@/components/ui/details-list";
import { Notice } from "@/components/ui/notice";
import { StatusMark } from "@/components/ui/status-mark";
import { dayName, monthName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { markOf, type NamedCase } from "@/lib/opendata/cases/schema";
import { label } from "@/lib/vocabularies/rules";
import { CaseTimeline } from "./case-timeline";
import { custodyWords, eventWords, stateSentence } from "./state-words";

/** The page of a named person. Draws the published shape and nothing else; after a release, the name and the plain state. */
export function CasePage({ locale, named, address }: { locale: Locale; named: NamedCase; address: string }) {
  const t = translator(locale, "cases");
  return (
    <div className="sheet pt-8">
      <p className="note">{t("meta", { reference: named.reference })}</p>
      <h1>{named.name}</h1>
      <p className="mt-2 text-xl leading-7">
        <StatusMark mark={markOf(named.state)} />
        {stateSentence(locale, named)}
      </p>
      {named.changed && <p className="note mt-1">{t("changed", { day: dayName(locale, named.changed) })}</p>}
      <div className="with-margin">
        <div>
          {named.detailsHidden ? <Hidden locale={locale} /> : <Details locale={locale} named={named} />}
        </div>
        <aside>
          {!named.detailsHidden && <Sources locale={locale} named={named} />}
          {named.corrections.length > 0 && <Corrections locale={locale} named={named} />}
          <section className="entry flow">
            <h2>{t("cite")}</h2>
            <p className="note">{t("citation", { name: named.name, reference: named.reference, address })}</p>
            <p className="note">{t("useNote")}</p>
          </section>
          <section className="entry flow">
            <h2>{t("reply")}</h2>
            <p className="note">
              {t.rich("replyBody", {
                reference: named.reference,
                a: (words) => <a href={replyDoor(locale)}>{words}</a>,
              })}
            </p>
          </section>
        </aside>
      </div>
      <p className="screen-only mt-10">
        <a href={pathTo(locale, "/casos")}>{t("backToList")}</a>
      </p>
    </div>
  );
}

function Hidden({ locale }: { locale: Locale }) {
  return (
    <div className="mt-8">
      <Notice kind="care">{translator(locale, "cases")("hidden")}</Notice>
    </div>
  );
}

function Details({ locale, named }: { locale: Locale; named: NamedCase }) {
  const t = translator(locale, "cases");
  const words = (track: "process" | "measure", none: string) => {
    const found = named.events.filter((event) => event.track === track);
    return found.length ? found.map((event) => eventWords(locale, event, named.sex)).join("; ") : none;
  };
  const state = custodyWords(locale, named.state, named.sex);
  const tracks = [
    {
      term: t("trackVerification"),
      detail: t.rich("verified", {
        a: (link) => <a href={`${pathTo(locale, "/metodo")}#verificar`}>{link}</a>,
      }),
    },
    {
      term: t("trackCustody"),
      detail: named.entity
        ? t("inEntity", { state, entity: label("entity", named.entity, locale) })
        : t("sentencePlain", { state }),
    },
    { term: t("trackProcess"), detail: words("process", t("noProcess")) },
    { term: t("trackMeasures"), detail: words("measure", t("noMeasures")) },
    { term: t("trackPublication"), detail: t("publication") },
  ];
  return (
    <>
      <section className="entry">
        <h2>{t("tracks")}</h2>
        <DetailsList rows={tracks} />
      </section>
      <section className="entry">
        <h2>{t("timeline")}</h2>
        <CaseTimeline locale={locale} named={named} />
        <p className="note mt-3">{t("timelineNote")}</p>
      </section>
    </>
  );
}

function Sources({ locale, named }: { locale: Locale; named: NamedCase }) {
  const t = translator(locale, "cases");
  const kinds = named.sources.kinds.map((kind) => label("source_kind", kind, locale));
  return (
    <section className="entry flow">
      <h2>{t("sources")}</h2>
      <p className="note">{t("sourceCount", { n: named.sources.count })}</p>
      {kinds.length > 0 && <p className="note">{t("sourceKinds", { kinds: kinds.join(", ") })}</p>}
      <p className="note">{t("sourceNote")}</p>
    </section>
  );
}

function Corrections({ locale, named }: { locale: Locale; named: NamedCase }) {
  const t = translator(locale, "cases");
  return (
    <section className="entry flow">
      <h2>{t("corrections")}</h2>
      <ul>
        {named.corrections.map(({ track, month }) => (
          <li key={`${month} ${track}`} className="note">
            {t(`correctedTracks.${track}`, { month: monthName(locale, month) })}
          </li>
        ))}
      </ul>
      <p className="note">{t("correctionsNote")}</p>
    </section>
  );
}
