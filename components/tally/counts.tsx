import { DetailsList } from "@/components/ui/details-list";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** What a number counts and what it does not, always beside the number. */
export function Counts({
  locale,
  what,
}: {
  locale: Locale;
  what: "held" | "ofWhich" | "partitions" | "change" | "apart";
}) {
  const t = translator(locale, "balances");
  return (
    <DetailsList
      rows={[
        { term: t("counts"), detail: t(`defs.${what}.counts`) },
        { term: t("countsNot"), detail: t(`defs.${what}.not`) },
      ]}
    />
  );
}
