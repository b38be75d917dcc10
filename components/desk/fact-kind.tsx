import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { choices, type ListName } from "@/lib/vocabularies/rules";
import { DeskSelect } from "./fields";

const kinds = [
  ["custody", "custody_state"],
  ["process", "process_state"],
  ["measure", "measure"],
] as const satisfies [string, ListName][];

interface FactKindProps {
  /** `custody:apprehended`: the track and its state in one choice. */
  value?: string;
  /** The row for nothing chosen yet. */
  empty?: string;
  locale: Locale;
}

/** What happened: every state of the three tracks that facts are written on, each track in its group. */
export function FactKind({ value, empty, locale }: FactKindProps) {
  const t = translator(locale, "desk");
  return (
    <DeskSelect
      name="kind"
      label={t("fact.state")}
      value={value}
      empty={empty}
      choices={kinds.map(([track, list]) => ({
        group: t(`case.tracks.${track}`),
        choices: choices(list, locale).map(({ value: code, label }) => ({
          value: `${track}:${code}`,
          label,
        })),
      }))}
    />
  );
}
