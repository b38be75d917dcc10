import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import type { DeskVisit } from "@/lib/auth/session";
import type { WaitingEntry } from "@/lib/claims/entries/schema";
import type { Claim } from "@/lib/claims/schema";
import { translator } from "@/lib/i18n/messages";
import { DeskText } from "../fields";
import { DeskForm } from "../form";
import { Key } from "../keys/key";
import { momentText } from "../when";
import { Changes } from "./changes";
import { HeldFigure } from "./held";

type Act = React.ComponentProps<typeof DeskForm>["action"];

interface WaitingProps {
  entry: WaitingEntry;
  held: Claim | null;
  /** The ledger says what it said when this was entered. */
  isFresh: boolean;
  visit: DeskVisit;
  publish: Act;
  setAside: Act;
}

/** An entry that waits: what it says or changes, who wrote it and why; to publish by somebody else, or to set aside. */
export function Waiting({ entry, held, isFresh, visit, publish, setAside }: WaitingProps) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "ledger");
  const hidden = { id: entry.claim.id, entryId: entry.entryId };
  const isOwn = entry.enteredBy === staff.username;
  const mayPublish = may(staff, "claim.publish");
  return (
    <section className="entry" id="espera">
      <h2>{t("waiting.title")}</h2>
      <p>{t("waiting.by", { who: entry.enteredBy, day: momentText(entry.enteredAt, locale) })}</p>
      {entry.why && <p className="breakable">{t("waiting.why", { why: entry.why })}</p>}
      {held ? (
        <Changes before={held} after={entry.claim} locale={locale} />
      ) : (
        <HeldFigure claim={entry.claim} locale={locale} />
      )}
      {!isFresh && <p className="waits">{t("waiting.stale")}</p>}
      {isOwn && <p className="note">{t("waiting.own")}</p>}
      {!isOwn && !mayPublish && <p className="note">{t("waiting.role")}</p>}
      {!isOwn && mayPublish && isFresh && (
        <DeskForm id="publicar" action={publish} csrf={csrf} locale={locale} hidden={hidden}>
          <Button data-key="P">
            {t("waiting.publish")} <Key of="P" />
          </Button>
        </DeskForm>
      )}
      {may(staff, "claim.enter") && (
        <details className="form">
          <summary>{t("waiting.setAside")}</summary>
          <DeskForm
            id="apartar"
            action={setAside}
            csrf={csrf}
            locale={locale}
            hidden={hidden}
            labels={{ why: t("fields.why") }}
          >
            <DeskText name="why" label={t("fields.why")} />
            <Button plain>{t("waiting.setAsideSubmit")}</Button>
          </DeskForm>
        </details>
      )}
    </section>
  );
}
