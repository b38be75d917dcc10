import type { TypedFigure } from "@/lib/claims/entries/schema";
import type { Claim } from "@/lib/claims/schema";
import { conflictKinds, partNames } from "@/lib/claims/schema";
import { namedClaimants } from "@/lib/claims/sentences/words/rules";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { claimantWords } from "@/lib/opendata/claims/rules";
import { FieldGroup } from "../field-group";
import { DeskArea, DeskChoices, DeskSelect, DeskText } from "../fields";
import { choicesOf, figureLine } from "./words";

interface FigureFieldsProps {
  /** What is in the boxes at first; nothing is chosen beforehand for a new figure that its source must say. */
  filled?: TypedFigure;
  /** Figures it may be related to. */
  others: readonly Claim[];
  locale: Locale;
}

/** Everything one figure says of itself, box by box, in the words of the ledger. */
export function FigureFields({ filled, others, locale }: FigureFieldsProps) {
  const [t, c] = [translator(locale, "ledger"), translator(locale, "claims")];
  const choices = choicesOf(locale);
  const text = (name: Exclude<keyof TypedFigure, "relations" | "conflict">) => ({
    name,
    value: filled?.[name] ?? "",
  });
  const select = (name: Exclude<keyof typeof choices, "precision" | "relation">, empty = true) => (
    <DeskSelect
      {...text(name)}
      label={t(`fields.${name}`)}
      choices={choices[name]}
      empty={empty ? t("none") : undefined}
    />
  );
  const precision = (name: "start_precision" | "end_precision") => (
    <DeskSelect {...text(name)} label={t(`fields.${name}`)} choices={choices.precision} empty={t("none")} />
  );
  const ids = [...new Set([...namedClaimants, ...others.map(({ claimant }) => claimant)])];
  const words = wordsOf(locale, "claims");
  return (
    <div className="stack">
      <FieldGroup name="quien" legend={t("groups.who")} className="stack">
        <div className="row2">
          <DeskText
            {...text("claimant")}
            list="quienes"
            label={t("fields.claimant")}
            hint={t("hints.claimant")}
          />
          {select("claimant_kind")}
          <DeskText {...text("stated_on")} type="date" label={t("fields.stated_on")} />
          <DeskText
            {...text("stated_at_local")}
            label={t("fields.stated_at_local")}
            hint={t("hints.moment")}
          />
        </div>
        <datalist id="quienes">
          {ids.map((claimant) => (
            <option key={claimant} value={claimant} label={claimantWords(words, { claimant })} />
          ))}
        </datalist>
      </FieldGroup>
      <FieldGroup name="cuantos" legend={t("groups.howMany")} className="stack">
        <div className="row2">
          <DeskText {...text("value")} label={t("fields.value")} hint={t("hints.value")} />
          {select("qualifier")}
        </div>
      </FieldGroup>
      <FieldGroup name="que" legend={t("groups.what")} className="stack">
        <div className="row2">
          {select("kind")}
          {select("measure")}
          {select("stage")}
          {select("population")}
          {select("release_scope")}
          {select("unit")}
          {select("house_arrest_counted")}
          {select("names_published")}
        </div>
      </FieldGroup>
      <FieldGroup name="cuando" legend={t("groups.when")} className="stack">
        <DeskText {...text("as_of")} label={t("fields.as_of")} hint={t("hints.as_of")} />
        <div className="row2">
          <DeskText {...text("period_start")} type="date" label={t("fields.period_start")} />
          {precision("start_precision")}
          <DeskText {...text("period_end")} type="date" label={t("fields.period_end")} />
          {precision("end_precision")}
        </div>
      </FieldGroup>
      <FieldGroup name="fuente" legend={t("groups.source")} className="stack">
        <div className="row2">
          <DeskText {...text("source_outlet")} label={t("fields.source_outlet")} />
          <DeskText {...text("source_published_on")} type="date" label={t("fields.source_published_on")} />
        </div>
        <DeskText {...text("source_title")} label={t("fields.source_title")} />
        <DeskText {...text("source_url")} label={t("fields.source_url")} />
        <DeskArea {...text("quote")} rows={2} label={t("fields.quote")} hint={t("hints.quote")} />
        <DeskArea {...text("note")} rows={2} label={t("fields.note")} hint={t("hints.note")} />
      </FieldGroup>
      <details open={partNames.some((name) => filled?.[name])}>
        <summary>{t("groups.parts")}</summary>
        <div className="row3">
          {partNames
            .filter((name) => name !== "verified")
            .map((name) => (
              <DeskText key={name} {...text(name)} label={c(`parts.${name}`)} />
            ))}
        </div>
      </details>
      <RelationRows filled={filled} others={others} locale={locale} />
      <DeskChoices
        many
        name="conflict"
        label={t("groups.conflicts")}
        value={filled?.conflict ?? []}
        choices={conflictKinds.map((value) => ({ value, label: c(`conflicts.${value}`) }))}
      />
    </div>
  );
}

/** Rows for relations: those there are and one more, never fewer than two. A row without a relation or a figure is left out. */
function RelationRows({ filled, others, locale }: FigureFieldsProps) {
  const t = translator(locale, "ledger");
  const known = filled?.relations ?? [];
  return (
    <FieldGroup name="relations" legend={t("groups.relations")} className="stack">
      {Array.from({ length: Math.min(8, Math.max(2, known.length + 1)) }, (_, n) => (
        <div key={n} className="row2">
          <DeskSelect
            name={`relations.${n}.relation`}
            label={t("fields.relation", { n: n + 1 })}
            value={known[n]?.relation}
            empty={t("none")}
            choices={choicesOf(locale).relation}
          />
          <DeskText
            name={`relations.${n}.target`}
            list="cifras"
            label={t("fields.target")}
            hint={n === 0 ? t("hints.target") : undefined}
            value={known[n]?.target}
          />
        </div>
      ))}
      <datalist id="cifras">
        {others.map((claim) => (
          <option key={claim.id} value={claim.id} label={figureLine(claim, locale)} />
        ))}
      </datalist>
    </FieldGroup>
  );
}
