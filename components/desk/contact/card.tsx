import { Button, ButtonLink } from "@/components/ui/button";
import { DetailsList } from "@/components/ui/details-list";
import { clockTimeInCaracas } from "@/lib/core/clock";
import type { FormState } from "@/lib/core/form";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { SafeHours } from "@/lib/intake/contact/schema";
import type { ContactCard } from "@/lib/vetting/contacts/schema";
import { DeskText } from "../fields";
import { DeskForm } from "../form";
import { momentText } from "../when";

type Act = (before: FormState, form: FormData) => Promise<FormState>;

export interface ContactForm {
  csrf: string;
  locale: Locale;
  hidden: { reportId: string; seen: string };
}

interface CardProps {
  card: ContactCard;
  now: Date;
  form: ContactForm;
  acts: { anyway: Act; word: Act };
}

/**
 * How they asked to be reached. Outside the safe hours there is no number and no button: the sentence stands in their place, with the
 * form for whoever must call all the same.
 */
export function Card({ card, now, form, acts }: CardProps) {
  const { asked, calling, reportId } = card;
  const { csrf, locale } = form;
  const t = translator(locale, "desk-messages");
  if (asked === null) return <p className="entry empty">{t("card.none")}</p>;
  const when = momentText(asked.at, locale);
  return (
    <section className="entry">
      <DetailsList
        rows={[
          { term: t("card.way"), detail: t(`card.ways.${asked.way}`) },
          { term: t("card.hours"), detail: hoursText(asked.hours, locale) },
          ...(asked.way === "none"
            ? []
            : [
                { term: t("card.address"), detail: asked.address ?? t("card.hidden") },
                {
                  term: t("card.leave"),
                  detail: t(asked.mayLeaveMessage ? "card.leaveYes" : "card.leaveNo"),
                },
              ]),
          {
            term: t("card.asked"),
            detail: asked.by ? t("card.askedBy", { who: asked.by, when }) : t("card.askedSelf", { when }),
          },
        ]}
      />
      {asked.way !== "none" && calling === "closed" && (
        <div className="closed-hours">
          <p>
            <strong>{hoursText(asked.hours, locale)}.</strong>{" "}
            {t("card.closed", { now: clockTimeInCaracas(now).slice(0, 5) })}
          </p>
          <details className="form">
            <summary>{t("card.anyway")}</summary>
            <DeskForm id="de-todos-modos" action={acts.anyway} {...form} labels={{ why: t("card.why") }}>
              <div className="stack">
                <DeskText name="why" label={t("card.why")} hint={t("card.anywayHint")} />
                <Button plain>{t("card.anyway")}</Button>
              </div>
            </DeskForm>
          </details>
        </div>
      )}
      {calling === "overridden" && <p className="note">{t("card.overridden")}</p>}
      {asked.address !== null && <Reach way={asked.way} address={asked.address} locale={locale} />}
      <h2>{t("card.word")}</h2>
      {asked.hasSafeWord ? (
        <DeskForm
          id="palabra"
          className="stack"
          action={acts.word}
          csrf={csrf}
          locale={locale}
          hidden={{ reportId }}
        >
          <p className="note">{t("card.wordHint")}</p>
          <Button plain>{t("card.tellWord")}</Button>
        </DeskForm>
      ) : (
        <p className="empty">{t("card.wordNone")}</p>
      )}
    </section>
  );
}

/** The button that calls: to the telephone of whoever presses it, through nobody else's page. */
function Reach({ way, address, locale }: { way: string; address: string; locale: Locale }) {
  const t = translator(locale, "desk-messages");
  if (way === "email") {
    return (
      <p>
        <ButtonLink href={`mailto:${encodeURIComponent(address)}`}>{t("card.write")}</ButtonLink>
      </p>
    );
  }
  return (
    <p>
      <ButtonLink href={`tel:${address.replace(/[^\d+]/g, "")}`} data-key="L" aria-keyshortcuts="L">
        {t("card.call")}
      </ButtonLink>
    </p>
  );
}

function hoursText({ from, until }: SafeHours, locale: Locale): string {
  const t = translator(locale, "desk-messages");
  if (from !== null && until !== null)
    return t(until < from ? "card.overnight" : "card.between", { from, until });
  if (from !== null) return t("card.notBefore", { from });
  return until === null ? t("card.anyHour") : t("card.notAfter", { until });
}
