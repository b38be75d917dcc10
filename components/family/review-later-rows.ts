import type { AskedPurpose, PermissionAnswer } from "@/lib/consent/schema";
import { type Locale, tagOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { Contact } from "@/lib/intake/contact/schema";
import type { ReportPayload } from "@/lib/intake/schema";

export type Rows = [string, string | undefined][];

/** Day, month and year as far as they are known. */
export function partsInWords(
  { day, month, year = 0 }: { day?: number; month?: number; year?: number },
  locale: Locale,
): string {
  return new Intl.DateTimeFormat(tagOf(locale), {
    timeZone: "UTC",
    year: "numeric",
    ...(month && { month: "long" }),
    ...(day && { day: "numeric" }),
  }).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}

/** Court and lawyer as they will be sent. */
export function courtRows({ court }: Pick<ReportPayload, "court">, locale: Locale): Rows {
  if (!court) return [];
  const t = translator(locale, "steps");
  const counsel = court.counsel as "none" | undefined;
  return [
    [t("review.presented"), t(`court.presented_${court.presented}`)],
    [t("review.counsel"), counsel && t(`court.counsel_${counsel}`)],
    [t("review.court"), court.court],
    [t("review.charges"), court.charges],
    [t("review.hearing"), court.hearing?.year ? partsInWords(court.hearing, locale) : undefined],
  ];
}

/** Health and danger as they will be sent. */
export function healthRows({ health }: Pick<ReportPayload, "health">, locale: Locale): Rows {
  if (!health) return [];
  const t = translator(locale, "steps");
  return [
    [t("review.danger"), t(`health.danger_${health.danger}`)],
    [t("review.conditions"), health.conditions.map((one) => t(`health.condition_${one}`)).join(". ")],
    [t("review.medicine"), health.medicine],
    [t("review.healthAccount"), health.account],
    [t("review.listener"), health.listener ? t("health.listener_yes") : undefined],
  ];
}

/** How to reach them as it will be sent. The safe word is not shown: whoever looks over a shoulder could use it. */
export function contactRows({ contact }: { contact?: Contact }, locale: Locale): Rows {
  if (!contact) return [];
  const t = translator(locale, "steps");
  const { way, address, hours, mayLeaveMessage, safeWord } = contact;
  const isReached = way !== "none";
  return [
    [t("review.way"), t(`contact.way_${way}`)],
    [t("review.address"), address],
    [t("review.hours"), isReached ? hoursInWords(hours, locale) : undefined],
    [t("review.leave"), isReached ? t(`contact.leave_${mayLeaveMessage ? "yes" : "no"}`) : undefined],
    [t("review.safeWord"), safeWord && t("review.hidden")],
  ];
}

function hoursInWords({ from, until }: Contact["hours"], locale: Locale): string {
  const t = translator(locale, "steps");
  if (from && until) return t("review.fromUntil", { from, until });
  if (from) return t("review.fromOnly", { from });
  return until ? t("review.untilOnly", { until }) : t("contact.anyHour");
}

/** Each permission that was asked with what was answered, or that nobody answered it. */
export function permissionRows(
  answers: PermissionAnswer[],
  offered: readonly AskedPurpose[],
  locale: Locale,
): Rows {
  const t = translator(locale, "permissions");
  const s = translator(locale, "steps");
  return offered.map((what) => {
    const answer = answers.find(({ purpose }) => purpose === what);
    return [t(what), answer ? t(answer.granted ? "yes" : "no") : s("review.unsaid")];
  });
}
