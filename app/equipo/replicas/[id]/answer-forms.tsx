import { DeskArea, DeskChoices, DeskSelect } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import type { DeskVisit } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/messages";
import { type OpenedReply, stayReasons } from "@/lib/vetting/replies/schema";
import { askTwo, settle, takeDown } from "../actions";

interface Props {
  reply: OpenedReply;
  visit: DeskVisit;
}

/** What the asker speaks as, in the words requests know. */
const asksAs = { person: "person", relative: "relative", lawyer: "lawyer", accused: "other", other: "other" };

/** The name down at once, two people for what would change a count, or an end that changes no page. */
export function AnswerForms({ reply, visit: { staff, csrf, locale } }: Props) {
  const t = translator(locale, "replies");
  const { id, found, item } = reply;
  const hidden = { id };
  return (
    <div>
      {found?.published && may(staff, "case.withdraw") && (
        <section className="entry" id="quitar">
          <h2>{t("takeDown")}</h2>
          <p className="note">{t("takeDownHint")}</p>
          <DeskForm id="retirar" action={takeDown} {...{ csrf, locale, hidden }} labels={{ why: t("why") }}>
            <div className="stack">
              <DeskArea name="why" label={t("why")} />
              <div>
                <Button data-key="1">{t("takeDown")}</Button>
              </div>
            </div>
          </DeskForm>
        </section>
      )}
      {found?.published && !may(staff, "case.withdraw") && <p className="note">{t("takeDownOther")}</p>}
      {found && may(staff, "request.record") && (
        <section className="entry">
          <h2>{t("two")}</h2>
          <p className="note">{t("twoHint")}</p>
          <DeskForm
            id="dos"
            action={askTwo}
            csrf={csrf}
            locale={locale}
            hidden={{ reference: found.reference, asks: asksAs[item.speaks] }}
            labels={{ words: t("twoWords") }}
          >
            <div className="stack">
              <DeskSelect
                name="kind"
                label={t("twoKind")}
                choices={(["count", "name", "reply", "erasure"] as const).map((value) => ({
                  value,
                  label: translator(locale, "withdrawals")(`kinds.${value}`),
                }))}
              />
              <DeskArea name="words" label={t("twoWords")} value={item.words} />
              <div>
                <Button plain>{t("two")}</Button>
              </div>
            </div>
          </DeskForm>
        </section>
      )}
      {may(staff, "reply.settle") && (
        <section className="entry" id="terminar">
          <h2>{t("end")}</h2>
          <DeskForm
            id="cerrar"
            action={settle}
            {...{ csrf, locale, hidden }}
            labels={{ outcome: t("outcome"), reason: t("reason"), why: t("why") }}
          >
            <div className="stack">
              <DeskChoices
                name="outcome"
                label={t("outcome")}
                choices={(["closed", "refused"] as const).map((value) => ({
                  value,
                  label: t(`ends.${value}`),
                }))}
              />
              <DeskSelect
                name="reason"
                label={t("reason")}
                hint={t("reasonHint")}
                empty={t("reasonNone")}
                choices={stayReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
              />
              <DeskArea name="why" label={t("why")} hint={t("whyHint")} />
              <div>
                <Button plain>{t("end")}</Button>
              </div>
            </div>
          </DeskForm>
        </section>
      )}
    </div>
  );
}
