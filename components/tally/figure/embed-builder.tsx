import { Button } from "@/components/ui/button";
import { LongTextField, SelectField } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/locales";
import { locales } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import {
  type EmbedAsked,
  embedAddress,
  embedCode,
  embedNamed,
  embedViews,
} from "@/lib/opendata/figures/embeds/rules";
import { figureTitle } from "@/lib/opendata/figures/words/rules";
import type { Mark } from "@/lib/opendata/tallies/steps/schema";
import { shortMoment } from "../cut-off-day";

interface EmbedBuilderProps {
  locale: Locale;
  asked: EmbedAsked;
  marks: readonly Mark[];
  site: string | null;
}

/** Three questions and a line to copy: what, of which balance, in which language. */
export function EmbedBuilder({ locale, asked, marks, site }: EmbedBuilderProps) {
  const t = translator(locale, "figures");
  const view = embedNamed(asked.view);
  const titleIn = (language: Locale, name: string) => {
    const one = embedNamed(name);
    return one?.kind === "figure"
      ? figureTitle(language, one.name)
      : translator(language, "figures")("embed.balanceView");
  };
  if (!view) return null;
  return (
    <div className="sheet pt-8">
      <h1>{t("embed.title")}</h1>
      <p className="mt-3">{t("embed.lead")}</p>
      <form action={href(locale, "incrustar")} method="get" className="claim-filters mt-6">
        <SelectField
          name="view"
          label={t("embed.view")}
          defaultValue={asked.view}
          choices={embedViews.map((name) => ({ value: name, label: titleIn(locale, name) }))}
        />
        <SelectField
          name="balance"
          label={t("embed.balance")}
          empty={t("embed.latest")}
          defaultValue={asked.balance ?? ""}
          choices={marks.map(({ slug, at }) => ({ value: slug, label: shortMoment(locale, at) }))}
        />
        <SelectField
          name="language"
          label={t("embed.language")}
          defaultValue={asked.locale}
          choices={locales.map((one) => ({ value: one, label: one === "es" ? "Español" : "English" }))}
        />
        <Button>{t("embed.make")}</Button>
      </form>
      <div className="entry">
        <LongTextField
          name="code"
          label={t("embed.code")}
          hint={t("embed.codeHint")}
          readOnly
          rows={5}
          defaultValue={embedCode(site ?? "", asked, view, `Vigilia: ${titleIn(asked.locale, asked.view)}`)}
        />
        {!site && <p className="note mt-2">{t("embed.needsSite")}</p>}
        <p className="mt-3">
          <a href={embedAddress(asked)}>{t("embed.see")}</a>
        </p>
      </div>
    </div>
  );
}
