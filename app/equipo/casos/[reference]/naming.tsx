import { DeskText } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { momentText } from "@/components/desk/when";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import type { DeskVisit } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/messages";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import { confirmName, proposeName, withdrawName } from "./actions";

/** Whether the name is public, why it may not be, and the two-person act that publishes it; taking it down needs one. */
export function Naming({ found, visit }: { found: CaseForDesk; visit: DeskVisit }) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "desk");
  const { naming, caseId, reference } = found;
  const isMine = naming.proposed?.proposedBy === staff.username;
  const isIdle = !naming.published && !naming.proposed;
  const form = { csrf, locale, hidden: { caseId, reference } };
  return (
    <section className="entry" id="nombre">
      <h2>{t("naming.title")}</h2>
      <p>
        {t(naming.published ? "naming.public" : "naming.notPublic")}
        {naming.refusal && <span className="note">{translator(locale, "refusals")(naming.refusal)}</span>}
      </p>
      {naming.proposed && (
        <p>
          {t("naming.proposedBy", {
            who: naming.proposed.proposedBy,
            day: momentText(naming.proposed.proposedAt, locale),
          })}
        </p>
      )}
      {may(staff, "case.name") && isIdle && naming.refusal === null && (
        <DeskForm id="proponer" action={proposeName} {...form}>
          <Button plain>{t("naming.propose")}</Button>
        </DeskForm>
      )}
      {may(staff, "case.name") && naming.proposed && !isMine && (
        <DeskForm
          id="publicar"
          action={confirmName}
          {...form}
          hidden={{ ...form.hidden, namingId: naming.proposed.id }}
        >
          <Button>{t("naming.confirm")}</Button>
        </DeskForm>
      )}
      {may(staff, "case.withdraw") && !isIdle && (
        <details className="form">
          <summary>{t("naming.withdraw")}</summary>
          <DeskForm id="quitar" action={withdrawName} {...form} labels={{ why: t("naming.why") }}>
            <DeskText name="why" label={t("naming.why")} />
            <Button plain>{t("naming.withdraw")}</Button>
          </DeskForm>
        </details>
      )}
      {may(staff, "person.erase") && (
        <p>
          <a href={`/equipo/casos/${reference}/borrado`}>
            {translator(locale, "withdrawals")("erasure.propose")}
          </a>
        </p>
      )}
    </section>
  );
}
