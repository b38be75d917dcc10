import { Button, ButtonLink } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { isBusyNumber } from "@/lib/intake/flow/rules";
import { Helplines } from "./helplines";
import { type Carried, type Post, PostForm } from "./post-form";

/** After a no: nothing is here, and where else help may be. */
export function DeclinedPage({ carried, begin }: { carried: Carried; begin: Post }) {
  const t = translator(carried.locale, "family");
  return (
    <>
      <h1>{t("declined.heading")}</h1>
      <p>{t("declined.lead")}</p>
      <h2>{t("declined.waysHeading")}</h2>
      <ul className="plain-list">
        <li>{t("declined.organisation")}</li>
        <li>{t("declined.lawyer")}</li>
        <li>{t("declined.families")}</li>
      </ul>
      <Helplines locale={carried.locale} />
      <p>{t("declined.again")}</p>
      <PostForm post={begin} carried={carried}>
        <Button large plain>
          {t("start.begin")}
        </Button>
      </PostForm>
    </>
  );
}

/** When the half hour is over, or a page is asked for out of turn: the way back in. */
export function EndedPage({
  locale,
  saved,
  links,
}: {
  locale: Locale;
  saved: boolean;
  links: { return: string; start: string };
}) {
  const t = translator(locale, "family");
  return (
    <>
      <h1>{t("ended.heading")}</h1>
      {saved && (
        <p>
          <b>{t("ended.saved")}</b>
        </p>
      )}
      <p>{t("ended.lead")}</p>
      <p>{t("ended.why")}</p>
      <p>
        <ButtonLink large href={links.return}>
          {t("ended.number")}
        </ButtonLink>
      </p>
      <p>
        <a href={links.start}>{t("ended.begin")}</a>
      </p>
    </>
  );
}

/** An address that no page of the procedure has; the server gives it status 404. Names neither the registry nor a case. */
export function NowherePage({ locale, links }: { locale: Locale; links: { return: string; start: string } }) {
  const t = translator(locale, "family");
  return (
    <>
      <h1>{t("nowhere.heading")}</h1>
      <p>{t("nowhere.lead")}</p>
      <p>{t("nowhere.kept")}</p>
      <p>
        <ButtonLink large href={links.return}>
          {t("ended.number")}
        </ButtonLink>
      </p>
      <p>
        <a href={links.start}>{t("trouble.again")}</a>
      </p>
    </>
  );
}

/** Before there is anybody who could read a report, none is taken. */
export function ClosedPage({ locale }: { locale: Locale }) {
  const t = translator(locale, "family");
  return (
    <>
      <h1>{t("closed.heading")}</h1>
      <p>{t("closed.lead")}</p>
      <p>{t("closed.kept")}</p>
    </>
  );
}

/** When something broke: whose fault, what is safe, and a number to quote. Nothing technical. */
export function TroublePage({
  locale,
  reference,
  start,
}: {
  locale: Locale;
  reference: string;
  start: string;
}) {
  const t = translator(locale, "family");
  return (
    <>
      <h1>{t(isBusyNumber(reference) ? "trouble.busy" : "trouble.heading")}</h1>
      <p>{t(isBusyNumber(reference) ? "trouble.busyLead" : "trouble.lead")}</p>
      <p>{t("trouble.saved")}</p>
      {!isBusyNumber(reference) && <p>{t("trouble.reference", { reference })}</p>}
      <p>
        <a href={start}>{t("trouble.again")}</a>
      </p>
    </>
  );
}
