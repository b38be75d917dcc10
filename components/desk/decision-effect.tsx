import { placeName } from "@/components/tally/places";
import { Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { Effect, Foreseen } from "@/lib/tallies/effect/schema";
import { linesOf } from "./tallies/lines";

interface EffectsProps {
  /** What is foreseen, under which condition. */
  foreseen: readonly { of: "verified" | "other" | "this"; what: Foreseen }[];
  locale: Locale;
}

/** What a verdict would change before anybody signs: the total, every line that moves, and what the public comes to see. */
export function DecisionEffects({ foreseen, locale }: EffectsProps) {
  const t = translator(locale, "desk-decision");
  return (
    <section className="entry" id="efecto">
      <h2>{t("effectTitle")}</h2>
      {foreseen.map(({ of, what }) => (
        <div key={of} className="stack">
          <h3>{t(`effectOf.${of}`)}</h3>
          {what.effect ? (
            <Foreseeable effect={what.effect} locale={locale} />
          ) : (
            <p>{t("cannotStand", { why: translator(locale, "refusals")(what.refusal) })}</p>
          )}
        </div>
      ))}
      <p className="note">{t(foreseen.some(({ of }) => of === "this") ? "exactReview" : "exactNow")}</p>
    </section>
  );
}

function Foreseeable({ effect, locale }: { effect: Effect; locale: Locale }) {
  const t = translator(locale, "desk-decision");
  const lines = movedLines(effect, locale);
  const before = effect.before.held.total;
  return (
    <>
      <p className="notice">
        <strong>
          {effect.unmoved
            ? t("effectStays", { before: number(locale, before) })
            : t("effectMoves", {
                before: number(locale, before),
                after: number(locale, effect.after.held.total),
              })}
        </strong>{" "}
        {effect.unmoved && `${t(`unmoved.${effect.unmoved}`)} `}
        {t(`seen.${effect.seen}`)}
      </p>
      {lines.length > 0 && (
        <Table
          cards
          caption={t("movesCaption")}
          rows={lines}
          rowKey={(line) => line.key}
          isTotal={(line) => line.key === "held"}
          columns={[
            { key: "line", head: t("moveLine"), cell: (line) => line.words },
            {
              key: "before",
              head: t("moveBefore"),
              numeric: true,
              cell: (line) => number(locale, line.first),
            },
            {
              key: "after",
              head: t("moveAfter"),
              numeric: true,
              cell: (line) => number(locale, line.second),
            },
          ]}
        />
      )}
    </>
  );
}

function movedLines({ before, after }: Effect, locale: Locale) {
  const t = translator(locale, "tallies");
  const places = (["stateOfDetention", "stateHeld"] as const).flatMap((dimension) =>
    Object.keys(before.partitions[dimension]).map((code) => ({
      key: `${dimension}.${code}`,
      words: t("inPartition", { partition: t(`places.${dimension}`), cell: placeName(locale, code) }),
      first: before.partitions[dimension][code] ?? 0,
      second: after.partitions[dimension][code] ?? 0,
    })),
  );
  return [...linesOf(locale, before, after), ...places].filter((line) => line.first !== line.second);
}
