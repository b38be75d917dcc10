import { Button, ButtonLink } from "@/components/ui/button";
import { translator } from "@/lib/i18n/messages";
import { type Carried, type Post, PostForm } from "./post-form";

interface StartProps {
  carried: Carried;
  begin: Post;
  links: { return: string; phone: string; site: string; other: string };
}

/** What this is, who reads it, what not to write and what nobody can promise, before anything is asked. */
export function StartPage({ carried, begin, links }: StartProps) {
  const t = translator(carried.locale, "family");
  return (
    <>
      <p className="step">
        <a href={links.phone}>{t("frame.phone")}</a>{" "}
        <a href={links.other} lang={carried.locale === "es" ? "en" : "es"}>
          {t("frame.otherLanguage")}
        </a>
      </p>
      <h1>{t("start.heading")}</h1>
      <p>{t("start.lead")}</p>
      <ul className="plain-list">
        {(["free", "notGovernment", "noAccount", "decide"] as const).map((key) => (
          <li key={key}>{t(`start.${key}`)}</li>
        ))}
      </ul>
      <h2>{t("start.whoHeading")}</h2>
      <p>{t("start.who")}</p>
      <h2>{t("start.notHeading")}</h2>
      <ul className="plain-list">
        {(["notNames", "notHelpers", "notHiding"] as const).map((key) => (
          <li key={key}>{t(`start.${key}`)}</li>
        ))}
      </ul>
      <h2>{t("start.othersHeading")}</h2>
      <p>{t("start.others")}</p>
      <h2>{t("start.riskHeading")}</h2>
      <p>{t("start.risk")}</p>
      <p>{t("start.maybe")}</p>
      <PostForm post={begin} carried={carried}>
        <Button large>{t("start.begin")}</Button>
      </PostForm>
      <p>
        <ButtonLink large plain href={links.return}>
          {t("start.return")}
        </ButtonLink>
      </p>
      <p>
        <a href={links.site}>{translator(carried.locale, "safety")("site.link")}</a>
      </p>
    </>
  );
}
