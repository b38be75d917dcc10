import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { DeskFact } from "@/lib/vetting/cases/rules";
import { boundsText } from "./when";
import { stateText } from "./words";

interface TrackChipsProps {
  states: Record<"vetting" | "custody" | "process" | "measure", DeskFact | null>;
  /** What is public of it, in words. */
  publication: string;
  locale: Locale;
}

/** Five tracks side by side, each with its state and since when; never one status for the whole case. */
export function TrackChips({ states, publication, locale }: TrackChipsProps) {
  const t = translator(locale, "desk");
  return (
    <section aria-label={t("case.tracks.label")}>
      <dl className="tracks">
        {(["vetting", "custody", "process", "measure"] as const).map((track) => {
          const fact = states[track];
          return (
            <div key={track}>
              <dt>{t(`case.tracks.${track}`)}</dt>
              <dd>
                {fact ? stateText(track, fact.state, locale) : t("case.tracks.none")}
                {fact && <span className="note">{boundsText(fact, locale)}</span>}
              </dd>
            </div>
          );
        })}
        <div>
          <dt>{t("case.tracks.publication")}</dt>
          <dd>{publication}</dd>
        </div>
      </dl>
    </section>
  );
}
