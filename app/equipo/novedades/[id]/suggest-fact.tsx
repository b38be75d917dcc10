import { FactFields } from "@/components/desk/fact-fields";
import { FactKind } from "@/components/desk/fact-kind";
import { DeskText } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { Button } from "@/components/ui/button";
import type { DeskVisit } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/messages";
import { caseWith } from "@/lib/vetting/news/queries";
import { suggestionOf } from "@/lib/vetting/news/rules";
import type { OpenedNews } from "@/lib/vetting/news/schema";
import { addFact } from "../../casos/[reference]/actions";
import { seekCase } from "../actions";

interface Props {
  news: OpenedNews;
  /** The reference that was found, or that none was. */
  asked: string | null;
  visit: DeskVisit;
}

/** The form of a fact with what the news says already in its boxes, once the case was looked for. Saving it proposes; another confirms. */
export async function SuggestFact({ news, asked, visit }: Props) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "desk-news");
  const desk = translator(locale, "desk");
  const found = asked === null ? null : await caseWith(staff, asked, news.reportId);
  const { kind, ...known } = suggestionOf(news.item);
  return (
    <section className="entry" id="caso">
      <h2>{t("case")}</h2>
      {found === null ? (
        <>
          {asked !== null && <p>{t("noCase")}</p>}
          <DeskForm
            id="buscar"
            action={seekCase}
            csrf={csrf}
            locale={locale}
            hidden={{ id: news.id, reportId: news.reportId }}
          >
            <p className="note">{t("seekHint")}</p>
            <Button plain>{t("seek")}</Button>
          </DeskForm>
        </>
      ) : (
        <>
          <p>
            <a href={`/equipo/casos/${found.reference}`}>{t("inCase", { reference: found.reference })}</a>
          </p>
          <DeskForm
            id="hecho"
            action={addFact}
            csrf={csrf}
            locale={locale}
            hidden={{ caseId: found.caseId, reference: found.reference }}
            labels={{ earliest: desk("fact.earliest"), latest: desk("fact.latest") }}
          >
            <div className="stack">
              <p className="note">{t("factHint")}</p>
              <div className="row2">
                <FactKind value={kind ?? ""} empty={t("choose")} locale={locale} />
                <DeskText
                  name="episode"
                  type="number"
                  label={desk("fact.episode")}
                  value={String(found.episode)}
                />
              </div>
              <FactFields prefix="" known={known} locale={locale} />
              {["basis", "authority", "result"].map((name) => (
                <input key={name} type="hidden" name={name} value="" />
              ))}
              <div>
                <Button>{desk("fact.submit")}</Button>
              </div>
            </div>
          </DeskForm>
        </>
      )}
    </section>
  );
}
