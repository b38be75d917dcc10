import { DeskForm } from "@/components/desk/form";
import { dayText } from "@/components/desk/when";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import type { DeskVisit } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/messages";
import type { AwaitedAnswer } from "@/lib/vetting/answers/rules";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import { label } from "@/lib/vocabularies/rules";
import { recordOneAwaited } from "./actions";

interface AwaitedProps {
  awaited: AwaitedAnswer[];
  found: CaseForDesk;
  visit: DeskVisit;
}

/** What a family answered and does not hold yet: what is missing for it, or the button that writes it down as the holder's own word. */
export function Awaited({ awaited, found, visit: { staff, csrf, locale } }: AwaitedProps) {
  if (awaited.length === 0) return null;
  const t = translator(locale, "desk");
  const mayRecord = may(staff, "permission.record");
  return (
    <>
      <h3 id="esperan">{t("permission.awaited.title")}</h3>
      <ul className="rows">
        {awaited.map(({ report, purpose, granted, at, isReady, request }) => (
          <li key={`${report} ${purpose}`}>
            <b>{label("purpose", purpose, locale)}</b>:{" "}
            {t(granted ? "permission.allowed" : "permission.refused")}
            <span className="note">
              {[
                t("case.report", { n: found.reports.indexOf(report) + 1 }),
                t("permission.awaited.said", { day: dayText(at, locale) }),
              ].join(" · ")}
            </span>
            {!isReady && (
              <span className="note">
                <strong className="waits">
                  {t(
                    request && found.holders.some((one) => one.report === report && one.how !== null)
                      ? "permission.awaited.two"
                      : "permission.awaited.standing",
                  )}
                </strong>{" "}
                {request && <a href={`/equipo/retiros/${request}`}>{t("permission.awaited.request")}</a>}
              </span>
            )}
            {isReady && mayRecord && (
              <DeskForm
                id={`espera-${report}-${purpose}`}
                action={recordOneAwaited}
                csrf={csrf}
                locale={locale}
                hidden={{ caseId: found.caseId, reference: found.reference, report, purpose }}
              >
                <Button plain>{t("permission.awaited.record")}</Button>
              </DeskForm>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
