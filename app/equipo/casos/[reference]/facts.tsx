import { FactFields } from "@/components/desk/fact-fields";
import { FactKind } from "@/components/desk/fact-kind";
import { FactTable } from "@/components/desk/fact-table";
import { DeskSelect, DeskText } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { Key } from "@/components/desk/keys/key";
import { StandingRules } from "@/components/desk/standing-rules";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import type { DeskVisit } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/messages";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import { type DeskFact, statusOf } from "@/lib/vetting/cases/rules";
import { conflictsOf } from "@/lib/vetting/cases/timeline/rules";
import { choices } from "@/lib/vocabularies/rules";
import { addFact, confirmOneFact, recordKin, setAsideOne } from "./actions";
import { Leaving } from "./leaving";

interface FactsProps {
  found: CaseForDesk;
  visit: DeskVisit;
}

/** The facts of a case, what waits for a second person, and the form for another one. */
export function Facts({ found, visit }: FactsProps) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "desk");
  const facts = found.facts.filter((fact) => fact.track !== "vetting" && fact.track !== "remedy");
  const isDeathUntold =
    !found.kinTold && facts.some((fact) => fact.state === "died_in_custody" && statusOf(fact) === "waiting");
  return (
    <section className="entry" id="hechos">
      <h2>{t("fact.title")}</h2>
      {facts.length === 0 ? (
        <p className="empty">{t("fact.none")}</p>
      ) : (
        <FactTable
          facts={facts}
          viewer={staff.username}
          locale={locale}
          acts={(fact) => (
            <>
              {conflictsOf(found.facts).some(({ a, b }) => a === fact.id || b === fact.id) && (
                <strong className="waits">{t("fact.conflict")}</strong>
              )}
              <FactActs fact={fact} found={found} visit={visit} />
            </>
          )}
        />
      )}
      {isDeathUntold && may(staff, "kin.tell") && (
        <DeskForm
          id="familia"
          action={recordKin}
          csrf={csrf}
          locale={locale}
          hidden={{ caseId: found.caseId, reference: found.reference }}
        >
          <p>{t("fact.kinWhy")}</p>
          <Button plain>{t("fact.kin")}</Button>
        </DeskForm>
      )}
      {conflictsOf(found.facts).length > 0 && <p className="problems">{t("fact.conflicts")}</p>}
      {may(staff, "fact.record") && <NewFact found={found} visit={visit} />}
    </section>
  );
}

/** What this viewer can do with a fact as it stands. */
export const FactActs = (given: FactsProps & { fact: DeskFact }) => (
  <>
    {statusOf(given.fact) === "waiting" && <WaitingActs {...given} />}
    {statusOf(given.fact) === "known" && <Leaving {...given} />}
  </>
);

/** A waiting fact: somebody else confirms it; whoever recorded it, or somebody who might confirm it, puts it aside with a reason. */
function WaitingActs({ fact, found, visit }: FactsProps & { fact: DeskFact }) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "desk");
  const hidden = { caseId: found.caseId, reference: found.reference, factId: fact.id };
  return (
    <div className="acts">
      {fact.recordedBy !== staff.username && may(staff, "fact.confirm") && (
        <DeskForm id={`si-${fact.id}`} action={confirmOneFact} csrf={csrf} locale={locale} hidden={hidden}>
          <Button data-key="C" data-only="reach">
            {t("fact.confirm")} <Key of="C" />
          </Button>
        </DeskForm>
      )}
      {(fact.recordedBy === staff.username || may(staff, "fact.confirm")) && (
        <details>
          <summary>{t("fact.setAside")}</summary>
          <DeskForm
            id={`no-${fact.id}`}
            action={setAsideOne}
            csrf={csrf}
            locale={locale}
            hidden={hidden}
            labels={{ why: t("fact.why") }}
          >
            <DeskText name="why" label={t("fact.why")} />
            <Button plain>{t("fact.setAside")}</Button>
          </DeskForm>
        </details>
      )}
    </div>
  );
}

/** The form for another fact, with what would be refused said before it. */
export function NewFact({ found, visit: { csrf, locale } }: FactsProps) {
  const t = translator(locale, "desk");
  return (
    <details className="form">
      <summary data-key="F">
        {t("fact.add")} <Key of="F" />
      </summary>
      <DeskForm
        id="hecho"
        action={addFact}
        csrf={csrf}
        locale={locale}
        hidden={{ caseId: found.caseId, reference: found.reference }}
        labels={{ earliest: t("fact.earliest"), latest: t("fact.latest") }}
      >
        <div className="stack">
          <p className="note">{t("fact.hint")}</p>
          <StandingRules facts={found.facts} locale={locale} />
          <div className="row2">
            <FactKind locale={locale} />
            <DeskText
              name="episode"
              type="number"
              label={t("fact.episode")}
              value={String(found.grounds.episode)}
            />
          </div>
          <FactFields prefix="" locale={locale} />
          <div className="row3">
            <DeskSelect
              name="basis"
              label={t("fact.basis")}
              empty={t("fact.notSaid")}
              choices={choices("measure_basis", locale)}
            />
            <DeskText name="authority" label={t("fact.authority")} />
            <DeskText name="result" label={t("fact.result")} />
          </div>
          <div>
            <Button>{t("fact.submit")}</Button>
          </div>
        </div>
      </DeskForm>
    </details>
  );
}
