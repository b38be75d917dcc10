import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { MergeSide } from "@/lib/vetting/pairs/merge/schema";

interface KinProps {
  sides: readonly MergeSide[];
  locale: Locale;
  /** The form in which somebody records that the family of one knows. */
  tell?: (side: MergeSide) => React.ReactNode;
}

/** Where one of two tells of a death: whose family knows, and what that means for making them one. Nothing where nobody died. */
export function KinOfBoth({ sides, locale, tell }: KinProps) {
  const t = translator(locale, "pairs");
  const deaths = sides.flatMap(({ facts }) => facts.filter(({ state }) => state === "died_in_custody"));
  if (deaths.length === 0) return null;
  const untold = sides.filter(({ kinTold }) => !kinTold);
  const isKnown = deaths.some(({ knownFrom }) => knownFrom !== null);
  return (
    <section className="entry" id="familia">
      <h2>{t("kin.title")}</h2>
      {untold.length === 0 ? (
        <p>{t("kin.told")}</p>
      ) : (
        <>
          <p>{t(isKnown ? "kin.first" : "kin.waits")}</p>
          {untold.map((side) => (
            <div key={side.caseId}>
              <p>{t("kin.untold", { reference: side.reference })}</p>
              {tell?.(side)}
            </div>
          ))}
        </>
      )}
    </section>
  );
}
