import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { REPLY_DAYS, replyHours } from "@/lib/intake/replies/rules";
import { NumberBox } from "../number-box";

interface RepliedPageProps {
  locale: Locale;
  code: string;
  links: { return: string; phone: string };
}

/** It arrived, the number once more, and by when it is looked at. Says the same whatever reference was typed. */
export function RepliedPage({ locale, code, links }: RepliedPageProps) {
  const t = translator(locale, "reply");
  const family = translator(locale, "family");
  const { danger, name, answer } = replyHours;
  return (
    <>
      <h1>{t("sentHeading")}</h1>
      <p>{t("sentLead")}</p>
      <NumberBox code={code} locale={locale} />
      <p>
        <b>{family("number.notAccount")}</b>
      </p>
      <p>{t("sentNext", { danger, name, days: answer / 24 })}</p>
      <p>{t("sentNothing")}</p>
      <p>{t("sentKept", { days: REPLY_DAYS })}</p>
      <p>
        <a href={links.return}>{t("return")}</a>
      </p>
      <p>
        {family("sent.leave")} <a href={links.phone}>{family("frame.phone")}</a>
      </p>
    </>
  );
}
