import { documentText } from "@/components/desk/identity/document-text";
import { boundsText, dayText, momentText } from "@/components/desk/when";
import { stateText } from "@/components/desk/words";
import { purposeOf } from "@/lib/filings/schema";
import type { Sheet } from "@/lib/filings/sheet/schema";
import { type Locale, tagOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { fullName } from "@/lib/people/rules";
import { label } from "@/lib/vocabularies/rules";
import { SheetDecisions } from "./decisions";
import { precisionText, SheetFacts } from "./facts";
import { SheetCorrections, SheetEvidenceList, SheetPermissions } from "./lists";

/**
 * The record on letter paper, one column: a table whose foot the printer repeats on every page, so that no page stands without its
 * case, its recipient, its method and its moment.
 */
export function CaseSheet({ sheet, locale }: { sheet: Sheet; locale: Locale }) {
  const t = translator(locale, "desk-ficha");
  const recipient = t(`recipients.${sheet.recipient}`);
  const moment = momentText(sheet.printedAt, locale);
  const foot = t("foot", {
    reference: sheet.reference,
    recipient,
    version: sheet.methodVersion,
    moment,
    mark: sheet.mark,
  });
  return (
    <table className="ficha" role="presentation" lang={tagOf(locale)}>
      <tfoot>
        <tr>
          <td className="ficha-foot">{foot}</td>
        </tr>
      </tfoot>
      <tbody>
        <tr>
          <td>
            <SheetHead sheet={sheet} recipient={recipient} moment={moment} locale={locale} />
            <Part id="identity" locale={locale}>
              <SheetIdentity sheet={sheet} locale={locale} />
            </Part>
            <Part id="summary" locale={locale}>
              <SheetTracks sheet={sheet} locale={locale} />
            </Part>
            <Part id="episodes" locale={locale}>
              {sheet.episodes.length === 0 && <p>{t("none")}</p>}
              {sheet.episodes.map(({ n, facts }) => (
                <SheetFacts key={n} caption={t("episode", { n })} facts={facts} locale={locale} />
              ))}
            </Part>
            <Part id="process" locale={locale}>
              <SheetFacts caption={t("sections.process")} facts={sheet.process} locale={locale} />
            </Part>
            <Part id="measures" locale={locale}>
              <SheetFacts caption={t("sections.measures")} facts={sheet.measures} locale={locale} />
            </Part>
            <Part id="remedies" locale={locale}>
              <SheetFacts caption={t("sections.remedies")} facts={sheet.remedies} locale={locale} />
            </Part>
            <Part id="evidence" locale={locale}>
              <SheetEvidenceList items={sheet.evidence} locale={locale} />
            </Part>
            <Part id="decisions" locale={locale}>
              <SheetDecisions decisions={sheet.decisions} locale={locale} />
            </Part>
            <Part id="permissions" locale={locale}>
              <SheetPermissions rows={sheet.permissions} locale={locale} />
            </Part>
            <Part id="corrections" locale={locale}>
              <SheetCorrections rows={sheet.corrections} locale={locale} />
            </Part>
            <Part id="reading" locale={locale}>
              {(["two", "dates", "origins", "hash", "missing"] as const).map((line) => (
                <p key={line}>{t(`reading.${line}`)}</p>
              ))}
            </Part>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

type Section = "identity" | "summary" | "episodes" | "process" | "measures" | "remedies" | "evidence";

interface PartProps {
  id: Section | "decisions" | "permissions" | "corrections" | "reading";
  locale: Locale;
  children: React.ReactNode;
}

const Part = ({ id, locale, children }: PartProps) => (
  <section aria-labelledby={`ficha-${id}`}>
    <h2 id={`ficha-${id}`}>{translator(locale, "desk-ficha")(`sections.${id}`)}</h2>
    {children}
  </section>
);

interface HeadProps {
  sheet: Sheet;
  recipient: string;
  moment: string;
  locale: Locale;
}

function SheetHead({ sheet, recipient, moment, locale }: HeadProps) {
  const t = translator(locale, "desk-ficha");
  const reserved = sheet.isMinor ? "reservedMinor" : sheet.ageInDoubt ? "reservedDoubt" : "reserved";
  return (
    <header>
      <h1>
        {fullName(sheet.identity)} <span className="num">{sheet.reference}</span>
      </h1>
      <p className="reserved">{t(reserved)}</p>
      <Said
        rows={[
          [t("preparedFor"), `${recipient} (${label("purpose", purposeOf[sheet.recipient], locale)})`],
          [t("preparedBy"), t("team", { letter: sheet.printedBy })],
          [t("preparedAt"), moment],
          [t("mark"), sheet.mark],
          [t("method"), sheet.methodVersion],
        ]}
      />
    </header>
  );
}

function SheetIdentity({ sheet: { identity, traits, openedAt }, locale }: { sheet: Sheet; locale: Locale }) {
  const t = translator(locale, "desk-ficha");
  const d = translator(locale, "desk");
  const document = identity.idDocument;
  const age = traits.ageAtDetention;
  return (
    <Said
      rows={[
        [t("identity.name"), fullName(identity)],
        [t("identity.aliases"), identity.aliases.join(", ")],
        [t("identity.document"), document && documentText(document, locale)],
        [t("identity.sex"), label("sex", traits.sex, locale)],
        [t("identity.birth"), traits.birthDate ?? (traits.birthYear && String(traits.birthYear))],
        [
          t("identity.age"),
          age && (age.min === age.max ? d("identity.agedOne", { min: age.min }) : d("identity.aged", age)),
        ],
        [t("identity.nationality"), label("nationality", traits.nationality, locale)],
        [t("identity.civilMilitary"), label("civil_military", traits.civilMilitary, locale)],
        [t("identity.sectors"), traits.sectors.map((one) => label("sector", one, locale)).join(", ")],
        [t("identity.opened"), dayText(openedAt, locale)],
      ]}
    />
  );
}

function SheetTracks({ sheet, locale }: { sheet: Sheet; locale: Locale }) {
  const t = translator(locale, "desk-ficha");
  const d = translator(locale, "desk");
  const tracks = ["vetting", "custody", "process", "measure"] as const;
  return (
    <Said
      rows={[
        ...tracks.map((track): [string, string] => {
          const fact = sheet.tracks[track];
          return [
            d(`case.tracks.${track}`),
            fact
              ? `${stateText(track, fact.state, locale)} · ${boundsText(fact, locale)} (${precisionText(fact, locale)})`
              : d("case.tracks.none"),
          ];
        }),
        [
          d("case.tracks.publication"),
          `${t(sheet.counted ? "tracks.counted" : "tracks.notCounted")}; ${t(sheet.named ? "tracks.named" : "tracks.notNamed")}`,
        ],
      ]}
    />
  );
}

/** Pairs of a head and what is said under it; what nobody said is left out. */
function Said({ rows }: { rows: readonly (readonly [string, string | number | null | undefined])[] }) {
  return (
    <dl className="said">
      {rows
        .filter(([, words]) => words)
        .map(([head, words]) => (
          <div key={head}>
            <dt>{head}</dt>
            <dd>{words}</dd>
          </div>
        ))}
    </dl>
  );
}
