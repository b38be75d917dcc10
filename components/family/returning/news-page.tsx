import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { LongTextField, TextField } from "@/components/ui/field";
import { ChoiceField } from "@/components/ui/fieldset";
import { translator } from "@/lib/i18n/messages";
import { asked, dangers, leavings, type NewsKind, sightings } from "@/lib/intake/news/schema";
import { precisions } from "@/lib/intake/schema";
import type { PostedForm, Problem } from "@/lib/intake/typed/schema";
import { DateFields } from "../date-fields";
import { FacilityField } from "../facility-field";
import { type Carried, type Post, PostForm } from "../post-form";
import { problemText } from "../problem-text";
import { BackButton } from "./back-button";
import { TroubleBox } from "./trouble-box";

interface NewsPageProps {
  carried: Carried;
  goTo: Post;
  topic: NewsKind;
  typed: PostedForm;
  problems: Problem[];
  trouble?: string;
  send: Post;
}

/** One kind of news: what tells it from the others first, then the day as far as it is known, the place and the family's own words. */
export function NewsPage({ carried, goTo, topic, typed, problems, trouble, send }: NewsPageProps) {
  const { locale } = carried;
  const t = translator(locale, "returning");
  const family = translator(locale, "family");
  const text = problemText(locale, problems);
  const asks = asked[topic];
  const choicesOf = {
    leaving: () => leavings.map((value) => ({ value, label: t(`news.leavings.${value}`) })),
    danger: () => dangers.map((value) => ({ value, label: t(`news.dangers.${value}`) })),
    sighting: () => sightings.map((value) => ({ value, label: t(`news.sightings.${value}`) })),
  };
  const first = (["leaving", "danger", "sighting"] as const).find((name) => asks.includes(name));
  return (
    <>
      <BackButton carried={carried} goTo={goTo} to="news" />
      <PostForm post={send} carried={carried}>
        <ErrorSummary title={family("frame.summary")} errors={text.summary} />
        {trouble && <TroubleBox locale={locale} reference={trouble} />}
        <h1>{t(`news.titles.${topic}`)}</h1>
        <p>{t(topic === "died" ? "news.leadDied" : "news.leadOne")}</p>
        {first && (
          <ChoiceField
            name={first}
            legend={t(`news.${first}`)}
            hint={first === "leaving" ? t("news.leavingHint") : undefined}
            value={typed[first]}
            choices={choicesOf[first]()}
          />
        )}
        <DateFields
          locale={locale}
          typed={typed}
          problemAt={text.at}
          name="date"
          legend={family("detention.date")}
          hint={family("detention.dateHint")}
        />
        <ChoiceField
          name="precision"
          legend={family("detention.precision")}
          value={typed.precision}
          choices={precisions
            .filter((value) => value !== "between")
            .sort((a, b) => Number(b === "unknown") - Number(a === "unknown"))
            .map((value) => ({ value, label: t(`news.precisions.${value}`) }))}
        />
        {asks.includes("facility") && <FacilityField locale={locale} value={typed.facility} />}
        {asks.includes("place") && (
          <TextField
            name="place"
            label={t(`news.places.${topic as "transferred"}`)}
            error={text.at("place")}
            defaultValue={typed.place}
          />
        )}
        <LongTextField
          name="account"
          label={t("news.account")}
          hint={t("news.accountHint")}
          error={text.at("account")}
          defaultValue={typed.account}
          maxLength={2000}
          rows={4}
        />
        <Button large>{family("report.send")}</Button>
      </PostForm>
    </>
  );
}
