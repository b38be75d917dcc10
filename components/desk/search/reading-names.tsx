import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { IndexState } from "@/lib/people/indexed/schema";

interface ReadingNamesProps {
  state: IndexState;
  /** Somebody waits for an answer: the page asks again by itself until it has one. */
  waits: boolean;
  /** Without saying how many names are in memory. */
  brief?: boolean;
  locale: Locale;
}

/** How far the reading of the names is, after the first sign-in; what could not be read; and that a search waits for it. */
export function ReadingNames({ state, waits, locale, brief }: ReadingNamesProps) {
  const t = translator(locale, "desk-search");
  return (
    <div data-index={state.state}>
      {waits && <meta httpEquiv="refresh" content={state.state === "building" ? "1" : "5"} />}
      {state.state === "building" && (
        <p role="status">
          <label htmlFor="leidos">{t("reading", { done: state.done, total: state.total })}</label>{" "}
          <progress id="leidos" value={state.done} max={Math.max(1, state.total)} />
        </p>
      )}
      {state.state === "broken" && (
        <p role="alert" className="problems">
          {t("broken")}
        </p>
      )}
      {waits && <p className="note">{t("waits")}</p>}
      {state.state === "ready" && state.unread > 0 && (
        <p className="note">{t("unread", { n: state.unread })}</p>
      )}
      {state.state === "ready" && !brief && (
        <p className="note">
          {t("ready", { n: state.entries, seconds: Math.max(1, Math.round(state.seconds)) })}
        </p>
      )}
    </div>
  );
}
