import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

interface SafetyProps {
  locale: Locale;
  links: { start: string; return: string; lost: string; revoke: string; phone: string; site: string };
  /** The same page in the other language. */
  other: string;
}

/** What helps with a phone that may be searched, step by step, what the way out does, and what nobody can do. */
export function PhonePage({ locale, links, other }: SafetyProps) {
  const t = translator(locale, "safety");
  return (
    <>
      <Top {...{ locale, other }} back={links.start} />
      <h1>{t("phone.heading")}</h1>
      <p>{t("phone.lead")}</p>
      <h2>{t("phone.beforeHeading")}</h2>
      <ul className="plain-list">
        <li>{t("phone.borrowed")}</li>
        <li>{t("phone.private")}</li>
        <li>{t("phone.keyboard")}</li>
      </ul>
      <h2>{t("phone.afterHeading")}</h2>
      <ol className="plain-list">
        <li>{t("phone.leave")}</li>
        <li>{t("phone.history")}</li>
        <li>{t("phone.windows")}</li>
        <li>{t("phone.paper")}</li>
      </ol>
      <h2>{t("phone.doesHeading")}</h2>
      <ul className="plain-list">
        <li>{t("phone.does")}</li>
        <li>{t("phone.doesNot")}</li>
        <li>{t("phone.photos")}</li>
        <li>{t("phone.company")}</li>
      </ul>
      <p>{t("phone.cannot")}</p>
      <p>
        <a href={links.site}>{t("site.link")}</a>
      </p>
    </>
  );
}

/** What can and cannot be done without the number. */
export function LostPage({ locale, links, other }: SafetyProps) {
  const t = translator(locale, "safety");
  const f = translator(locale, "family");
  return (
    <>
      <Top {...{ locale, other }} back={links.return} />
      <h1>{t("lost.heading")}</h1>
      <p>{t("lost.cannot")}</p>
      <h2>{t("lost.lookHeading")}</h2>
      <p>{t("lost.look")}</p>
      <p>{t("lost.partly")}</p>
      <p>
        <a href={links.return}>{f("ended.number")}</a>
      </p>
      <h2>{t("lost.unsentHeading")}</h2>
      <p>{t("lost.unsent")}</p>
      <h2>{t("lost.sentHeading")}</h2>
      <p>{t("lost.sent")}</p>
      <p>{t("lost.again")}</p>
      <p>{t("lost.person")}</p>
      <h2>{t("lost.foundHeading")}</h2>
      <p>{t("lost.found")}</p>
      <p>
        <a href={links.revoke}>{translator(locale, "returning")("report.revoke")}</a>
      </p>
      <p>
        <a href={links.start}>{f("ended.begin")}</a>
      </p>
    </>
  );
}

/**
 * How to tell the true site from a copy: by its address, by what it answers to an invented number, and by what it never asks. The page
 * says of itself that it could be the copy.
 */
export function SitePage({
  locale,
  links,
  other,
  address,
  onion,
}: SafetyProps & { address: string | null; onion: string | null }) {
  const t = translator(locale, "safety");
  const f = translator(locale, "family");
  return (
    <>
      <Top {...{ locale, other }} back={links.start} />
      <h1>{t("site.heading")}</h1>
      <p>{t("site.lead")}</p>
      <h2>{t("site.addressHeading")}</h2>
      {address && <p>{t("site.address")}</p>}
      {address && <p className="address">{address}</p>}
      {onion && <p>{t("site.onion")}</p>}
      {onion && <p className="address">{onion}</p>}
      <ul className="plain-list">
        <li>{t("site.paper")}</li>
        <li>{t("site.lock")}</li>
        <li>{t("site.type")}</li>
      </ul>
      <h2>{t("site.tryHeading")}</h2>
      <p>{t("site.try")}</p>
      <p>
        <a href={links.return}>{f("ended.number")}</a>
      </p>
      <h2>{t("site.neverHeading")}</h2>
      <ul className="plain-list">
        {(["neverMoney", "neverName", "neverPhone", "neverNumber"] as const).map((key) => (
          <li key={key}>{t(`site.${key}`)}</li>
        ))}
      </ul>
      <h2>{t("site.afterHeading")}</h2>
      <p>{t("site.after")}</p>
    </>
  );
}

function Top({ locale, back, other }: { locale: Locale; back: string; other: string }) {
  const f = translator(locale, "family");
  return (
    <p className="step">
      <a href={back}>{f("frame.back")}</a>{" "}
      <a href={other} lang={locale === "es" ? "en" : "es"}>
        {f("frame.otherLanguage")}
      </a>
    </p>
  );
}
