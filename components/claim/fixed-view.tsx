import { Notice } from "@/components/ui/notice";
import { origin } from "@/lib/core/env";
import { momentName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import type { LedgerView } from "@/lib/opendata/claims/moment/queries";
import { fixedAddress, fixedAt } from "@/lib/opendata/claims/moment/rules";

interface FixedViewProps {
  locale: Locale;
  view: LedgerView;
  /** Spanish path of the page, without a query. */
  path: string;
  /** What else the address asks, kept in every link to the same view at another moment. */
  asked?: Record<string, string | undefined>;
}

/** Above a view kept to a moment: which moment, and where to see what is known today. Of a moment or balance that is not, that it is not. */
export function FixedNote({ locale, view, path, asked = {} }: FixedViewProps) {
  const t = translator(locale, "claims");
  return (
    <>
      {view.refused.length > 0 && (
        <Notice kind="care">{t("fixed.refused", { names: view.refused.join(", ") })}</Notice>
      )}
      {view.known && (
        <p className="note">
          {t("fixed.note", {
            moment: momentName(locale, view.known),
            balance: view.balance?.slug ?? "none",
          })}{" "}
          <a href={pathTo(locale, `${path}${fixedAddress({ known: null, balance: undefined }, asked)}`)}>
            {t("fixed.today")}
          </a>
        </p>
      )}
    </>
  );
}

/** The address under which this very view is read again, whatever is published or corrected later. */
export function FixedLink({ locale, view, path, asked = {} }: FixedViewProps) {
  const t = translator(locale, "claims");
  const address = pathTo(locale, `${path}${fixedAddress(fixedAt(view), asked)}`);
  return (
    <p className="screen-only">
      {t("fixed.link")}:{" "}
      <a href={address} className="copied">
        {`${origin("PUBLIC") ?? ""}${address}`}
      </a>
      <span className="explained">{t("fixed.linkNote")}</span>
    </p>
  );
}

/** On a view of today, how the same page read before, newest first: each moment at which something of it changed. Nothing where nothing did. */
export function EarlierViews({
  locale,
  view,
  path,
  asked = {},
  moments,
}: FixedViewProps & { moments: readonly Date[] }) {
  const t = translator(locale, "claims");
  const [latest, ...earlier] = moments;
  if (view.known || !latest || earlier.length === 0) return null;
  return (
    <section className="entry screen-only" id="antes">
      <h2>{t("fixed.earlier")}</h2>
      <p>{t("fixed.changed", { moment: momentName(locale, latest) })}</p>
      <ul className="rows">
        {earlier.map((known) => (
          <li key={known.getTime()}>
            <a href={pathTo(locale, `${path}${fixedAddress({ known, balance: view.balance?.slug }, asked)}`)}>
              {momentName(locale, known)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
