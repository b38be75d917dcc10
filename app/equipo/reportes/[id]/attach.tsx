import { DeskForm } from "@/components/desk/form";
import { Key } from "@/components/desk/keys/key";
import { ReadingNames } from "@/components/desk/search/reading-names";
import { dayText } from "@/components/desk/when";
import { stateText } from "@/components/desk/words";
import { Button } from "@/components/ui/button";
import type { DeskVisit } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { indexState } from "@/lib/people/indexed/commands";
import { notYet } from "@/lib/people/indexed/queries";
import { findCases } from "@/lib/vetting/search/queries";
import { label } from "@/lib/vocabularies/rules";
import { attachToCase, lookForCase } from "./actions";

interface AttachProps {
  reportId: string;
  /** The person as the family wrote them: what is searched for first. */
  name: string;
  /** What was searched for; null until somebody asks. */
  words: string | null;
  visit: DeskVisit;
}

/** Whether the person already has a case: a search, who each case found is, and the report added to the right one. */
export async function Attach({ reportId, name, words, visit }: AttachProps) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "desk");
  const found = words ? await findCases(staff, words, wallClock).catch(notYet) : null;
  return (
    <section className="entry" id="agregar">
      <h2>{t("attach.title")}</h2>
      <p className="note">{t("attach.hint")}</p>
      <DeskForm
        id="buscar-caso"
        action={lookForCase}
        csrf={csrf}
        locale={locale}
        hidden={{ reportId }}
        className="search"
      >
        <label htmlFor="caso-de">
          {t("attach.search")} <Key of="2" />
        </label>
        <input
          id="caso-de"
          data-key="2"
          name="buscar"
          className="box"
          defaultValue={words ?? name}
          maxLength={200}
          autoComplete="off"
        />
        <Button plain>{t("attach.find")}</Button>
      </DeskForm>
      <ReadingNames state={indexState()} waits={words !== null && found === null} locale={locale} brief />
      {found?.length === 0 && <p className="empty">{t("attach.none")}</p>}
      {found && found.length > 0 && (
        <ol className="rows">
          {found.map((row) => (
            <li key={row.reference}>
              <b>
                <a href={`/equipo/casos/${row.reference}`}>{row.name}</a>
              </b>{" "}
              <span className="num">{row.reference}</span>
              <span className="note">
                {[
                  row.custody && stateText("custody", row.custody, locale),
                  row.entity && label("entity", row.entity, locale),
                  row.verdict && stateText("vetting", row.verdict, locale),
                  t("attach.opened", { day: dayText(row.openedAt, locale), who: row.openedBy }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
              <DeskForm
                id={`agregar-${row.reference}`}
                action={attachToCase}
                csrf={csrf}
                locale={locale}
                hidden={{ reportId, reference: row.reference }}
              >
                <Button plain data-key="T" data-only="reach">
                  {t("attach.submit")} <Key of="T" />
                </Button>
              </DeskForm>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
