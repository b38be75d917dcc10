import { Button } from "@/components/ui/button";
import type { Holder } from "@/lib/cases/dossier/schema";
import type { FormState } from "@/lib/core/form";
import { type Locale, locales } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { FamilySide } from "@/lib/vetting/contacts/codes/schema";
import { DeskSelect, DeskText } from "../fields";
import { DeskForm } from "../form";
import { momentText } from "../when";

type Act = (before: FormState, form: FormData) => Promise<FormState>;

export interface SideForm {
  csrf: string;
  locale: Locale;
  hidden: { caseId: string; reference: string };
}

interface CodesProps {
  holders: Holder[];
  reports: string[];
  side: FamilySide;
  /** Who looks, where they may give and take back; null for everybody else. */
  reader: string | null;
  form: SideForm;
  acts: { give: Act; revoke: Act; confirm: Act };
}

/** Who answers for the person and whether they have a number; giving one, and taking one back with another person. */
export function Codes({ holders, reports, side, reader, form, acts }: CodesProps) {
  const { locale } = form;
  const t = translator(locale, "desk-messages");
  const desk = translator(locale, "desk");
  const nameOf = ({ givenBy, who, report }: Holder) =>
    [
      desk(`permission.givers.${givenBy}`),
      who,
      report && t("side.report", { n: reports.indexOf(report) + 1 }),
    ]
      .filter(Boolean)
      .join(" · ");
  const silent = reports.filter((report) => !holders.some((one) => one.report === report));
  return (
    <section className="entry" id="numeros">
      <h2>{t("side.codes")}</h2>
      <p className="note">{t("side.codesHint")}</p>
      {holders.length === 0 && <p className="empty">{t("side.noHolders")}</p>}
      <ol className="rows">
        {holders.map((one, n) => {
          const has = one.report !== null && side.withCode.includes(one.report);
          return (
            <li key={one.id ?? n}>
              <b>{nameOf(one)}</b>{" "}
              <span className="note">
                {t(has ? "side.hasCode" : one.how === null ? "side.unchecked" : "side.noCode")}
              </span>
              {reader !== null && one.id !== null && one.how !== null && !has && (
                <DeskForm
                  id={`dar-${n}`}
                  className="stack"
                  action={acts.give}
                  {...form}
                  hidden={{ ...form.hidden, holderId: one.id }}
                >
                  <DeskSelect
                    name="locale"
                    label={t("side.language")}
                    value="es"
                    choices={locales.map((value) => ({ value, label: t(`thread.languages.${value}`) }))}
                  />
                  <Button plain>{t("side.give")}</Button>
                </DeskForm>
              )}
              {has && one.report && <TakeBack {...{ side, reader, form, acts }} report={one.report} />}
            </li>
          );
        })}
        {silent
          .filter((report) => side.withCode.includes(report))
          .map((report) => (
            <li key={report}>
              <b>{t("side.report", { n: reports.indexOf(report) + 1 })}</b>{" "}
              <span className="note">{t("side.hasCode")}</span>
              <TakeBack {...{ side, reader, form, acts, report }} />
            </li>
          ))}
      </ol>
    </section>
  );
}

function TakeBack({
  report,
  side,
  reader,
  form,
  acts,
}: Pick<CodesProps, "side" | "reader" | "form" | "acts"> & { report: string }) {
  const { locale } = form;
  const t = translator(locale, "desk-messages");
  const open = side.revocations.find((one) => one.reportId === report);
  if (open) {
    return (
      <>
        <p className="note">
          {t("side.proposed", {
            who: open.proposedBy,
            when: momentText(open.proposedAt, locale),
            why: open.why,
          })}
        </p>
        {reader !== null && reader !== open.proposedBy ? (
          <DeskForm
            id={`confirmar-${open.id}`}
            action={acts.confirm}
            {...form}
            hidden={{ ...form.hidden, revocationId: open.id }}
          >
            <Button plain>{t("side.confirm")}</Button>
          </DeskForm>
        ) : (
          <p className="note">{t("side.yours")}</p>
        )}
      </>
    );
  }
  if (reader === null) return null;
  return (
    <details className="form">
      <summary>{t("side.revoke")}</summary>
      <DeskForm
        id={`anular-${report}`}
        className="stack"
        action={acts.revoke}
        {...form}
        hidden={{ ...form.hidden, reportId: report }}
        labels={{ why: t("side.why") }}
      >
        <DeskText name="why" label={t("side.why")} hint={t("side.revokeHint")} />
        <Button plain>{t("side.revoke")}</Button>
      </DeskForm>
    </details>
  );
}
