import { DeskCheck, DeskChoices, DeskSelect } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { Key } from "@/components/desk/keys/key";
import { isNaming } from "@/components/desk/permission-strip";
import { dayText } from "@/components/desk/when";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import type { DeskVisit } from "@/lib/auth/session";
import type { Holder } from "@/lib/cases/dossier/schema";
import { givers, purposes } from "@/lib/consent/schema";
import { translator } from "@/lib/i18n/messages";
import type { AwaitedAnswer } from "@/lib/vetting/answers/rules";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import { label } from "@/lib/vocabularies/rules";
import { addPermission } from "./actions";
import { Awaited } from "./awaited";
import { NewHolder } from "./holder";

/** Every answer the family gave, from when to when, and the form to write down another. */
export function Permissions({
  found,
  awaited,
  visit,
}: {
  found: CaseForDesk;
  awaited: AwaitedAnswer[];
  visit: DeskVisit;
}) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "desk");
  const nameOf = (one: Holder) =>
    [
      t(`permission.givers.${one.givenBy}`),
      one.who,
      one.report && t("case.report", { n: found.reports.indexOf(one.report) + 1 }),
      one.how !== null && t("permission.standingShort"),
    ]
      .filter(Boolean)
      .join(" · ");
  const holders = new Map(found.holders.map((one) => [one.id, nameOf(one)]));
  return (
    <section className="entry" id="permisos">
      <h2>{t("permission.title")}</h2>
      <p>
        <a href={`/equipo/casos/${found.reference}/familia`} data-key="M">
          {translator(locale, "desk-messages")("side.link")} <Key of="M" />
        </a>
      </p>
      {found.holders.length > 0 && (
        <>
          <h3>{t("permission.holders")}</h3>
          <ul className="rows">
            {found.holders.map((one) => (
              <li key={one.id ?? one.report}>
                {nameOf(one)}
                <span className="note">
                  {one.how === null ? (
                    <strong className="waits">{t("permission.standingUnchecked")}</strong>
                  ) : (
                    t("permission.standingHow", { how: one.how, who: one.recordedBy })
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Awaited awaited={awaited} found={found} visit={visit} />
      <ol className="rows">
        {found.permissions.map((row) => (
          <li key={row.id} className={row.knownTo === null ? undefined : "past"}>
            <b>{label("purpose", row.purpose, locale)}</b>:{" "}
            {t(
              found.naming.shielded && isNaming(row.purpose)
                ? "permission.shielded"
                : row.granted
                  ? "permission.allowed"
                  : "permission.refused",
            )}
            <span className="note">
              {[
                holders.get(row.holderId ?? "") ??
                  t(`permission.givers.${givers.find((one) => one === row.givenBy) ?? "other"}`),
                row.standing && !holders.has(row.holderId ?? "") && t("permission.standingShort"),
                t("permission.since", { day: dayText(row.knownFrom, locale) }),
                row.knownTo && t("permission.until", { day: dayText(row.knownTo, locale) }),
                t("permission.by", { who: row.recordedBy }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ol>
      {may(staff, "permission.record") && (
        <details className="form">
          <summary data-key="P">
            {t("permission.add")} <Key of="P" />
          </summary>
          <DeskForm
            id="permiso"
            action={addPermission}
            csrf={csrf}
            locale={locale}
            hidden={{ caseId: found.caseId, reference: found.reference }}
            labels={{ answer: t("permission.answer") }}
          >
            <div className="stack">
              <div className="row2">
                <DeskSelect
                  name="purpose"
                  label={t("permission.purpose")}
                  choices={purposes.map((value) => ({ value, label: label("purpose", value, locale) }))}
                />
                <DeskSelect
                  name="givenBy"
                  label={t("permission.givenBy")}
                  value="relative"
                  choices={givers.map((value) => ({ value, label: t(`permission.givers.${value}`) }))}
                />
              </div>
              <DeskChoices
                name="answer"
                label={t("permission.answer")}
                choices={[
                  { value: "yes", label: t("permission.yes") },
                  { value: "no", label: t("permission.no") },
                ]}
              />
              <DeskSelect
                name="holderId"
                label={t("permission.holder")}
                empty={t("permission.holderUnnamed")}
                choices={found.holders.flatMap((one) =>
                  one.id === null ? [] : [{ value: one.id, label: nameOf(one) }],
                )}
              />
              <DeskCheck name="standing" label={t("permission.standing")} />
              <div>
                <Button>{t("permission.submit")}</Button>
              </div>
            </div>
          </DeskForm>
        </details>
      )}
      {may(staff, "permission.record") && <NewHolder found={found} visit={visit} />}
    </section>
  );
}
