import { DeskChoices } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { momentText } from "@/components/desk/when";
import { Button } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import { may } from "@/lib/auth/permissions";
import type { DeskVisit } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/messages";
import type { WhoForDesk } from "@/lib/vetting/identity/page/queries";
import { differencesOf } from "@/lib/vetting/identity/rules";
import type { OpenChange } from "@/lib/vetting/identity/schema";
import { whoText } from "./who-text";

type Act = React.ComponentProps<typeof DeskForm>["action"];

interface OpenChangeCardProps {
  found: WhoForDesk;
  change: OpenChange;
  visit: DeskVisit;
  confirm: Act;
  decline: Act;
  choose: Act;
}

/** A correction that waits: what stands beside what is proposed. An overtaken one takes no yes: each field is chosen between both values. */
export function OpenChangeCard({ found, change, visit, confirm, decline, choose }: OpenChangeCardProps) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "desk-identity");
  const fields = differencesOf(found.who, change.after);
  const isMine = change.proposedBy === staff.username;
  const hidden = { caseId: found.caseId, reference: found.reference, changeId: change.id };
  const form = { csrf, locale };
  const day = momentText(change.proposedAt, locale);
  return (
    <article className="decision" id={`cambio-${change.id}`}>
      <h3>
        {t("proposed", { who: change.proposedBy })}
        <span className="note">{`${day} · ${change.why}`}</span>
      </h3>
      {change.isOvertaken && <p className="problems">{t("overtaken")}</p>}
      <Table
        cards
        caption={t("compared")}
        rows={fields}
        rowKey={(field) => field}
        columns={[
          { key: "field", head: t("field"), cell: (field) => t(`fields.${field}`) },
          { key: "stands", head: t("stands"), cell: (field) => whoText(found.who, field, locale) },
          {
            key: "after",
            head: t("byWhom", { who: change.proposedBy }),
            cell: (field) => <b>{whoText(change.after, field, locale)}</b>,
          },
        ]}
      />
      {change.isOvertaken ? (
        <DeskForm
          id={`elegir-${change.id}`}
          action={choose}
          {...form}
          hidden={{ ...hidden, seen: found.version }}
        >
          {fields.map((field) => (
            <DeskChoices
              key={field}
              name={`take.${field}`}
              label={t(`fields.${field}`)}
              value={["stands"]}
              choices={[
                { value: "stands", label: t("keep", { value: whoText(found.who, field, locale) }) },
                { value: "proposed", label: t("take", { value: whoText(change.after, field, locale) }) },
              ]}
            />
          ))}
          <Button>{t("choose")}</Button>
        </DeskForm>
      ) : (
        <div className="acts">
          {!isMine && may(staff, "identity.confirm") && (
            <DeskForm id={`si-${change.id}`} action={confirm} {...form} hidden={hidden}>
              <Button>{t("agree")}</Button>
            </DeskForm>
          )}
          {(isMine || may(staff, "identity.confirm")) && (
            <DeskForm id={`no-${change.id}`} action={decline} {...form} hidden={hidden}>
              <Button plain>{t(isMine ? "takeBack" : "disagree")}</Button>
            </DeskForm>
          )}
          {isMine && <strong className="waits">{t("waitsYours")}</strong>}
        </div>
      )}
    </article>
  );
}
