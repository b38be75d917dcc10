import { FactTable } from "@/components/desk/fact-table";
import { DeskForm } from "@/components/desk/form";
import { Key } from "@/components/desk/keys/key";
import { RemedyFields } from "@/components/desk/remedies/remedy-fields";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import type { DeskVisit } from "@/lib/auth/session";
import { remedyStates } from "@/lib/cases/facts/schema";
import { translator } from "@/lib/i18n/messages";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import { label } from "@/lib/vocabularies/rules";
import { addRemedy } from "./actions";
import { FactActs } from "./facts";

/** What was asked of the authorities and what they denied, each with its date, its authority and its answer, and a form for each kind. */
export function Remedies({ found, visit }: { found: CaseForDesk; visit: DeskVisit }) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "desk-remedies");
  const remedies = found.facts.filter(({ track }) => track === "remedy");
  return (
    <section className="entry" id="recursos">
      <h2>{t("title")}</h2>
      {found.grounds.disappeared && <p className="notice">{t("secondOrigin")}</p>}
      {remedies.length === 0 ? (
        <p className="empty">{t("none")}</p>
      ) : (
        <FactTable
          facts={remedies}
          viewer={staff.username}
          locale={locale}
          acts={(fact) => <FactActs fact={fact} found={found} visit={visit} />}
        />
      )}
      {may(staff, "fact.record") && (
        <>
          <h3>{t("add")}</h3>
          {remedyStates.map((state) => (
            <details key={state} className="form">
              <summary data-key="R" data-only="reach">
                {label("remedy_state", state, locale)} <Key of="R" />
              </summary>
              <DeskForm
                id={`recurso-${state}`}
                action={addRemedy}
                csrf={csrf}
                locale={locale}
                hidden={{ caseId: found.caseId, reference: found.reference, state }}
                labels={{ earliest: t("on"), latest: t("until"), answeredOn: t("answeredOn") }}
              >
                <RemedyFields state={state} episode={found.grounds.episode} locale={locale} />
                <Button>{t("submit")}</Button>
              </DeskForm>
            </details>
          ))}
        </>
      )}
    </section>
  );
}
