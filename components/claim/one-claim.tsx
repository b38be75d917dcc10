import { DetailsList } from "@/components/ui/details-list";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import type { listAccounts } from "@/lib/opendata/claims/accounts/queries";
import type { LedgerView } from "@/lib/opendata/claims/moment/queries";
import { fixedAddress } from "@/lib/opendata/claims/moment/rules";
import { claimantWords, figure, inOrder, pairId } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";
import { startKey, windowChoices } from "@/lib/opendata/claims/windows/rules";
import { Asides } from "./asides";
import { Beside } from "./beside";
import { ChooseWindow } from "./choose-window";
import { CitePair } from "./cite-pair";
import { FigureWords } from "./figure-words";
import { EarlierViews, FixedNote } from "./fixed-view";
import { InAccounts } from "./in-accounts";
import { type Coverage, Ours, type OwnBeside } from "./ours";
import { PairLists } from "./pair-lists";
import { saidOf } from "./said";
import { Verdict } from "./verdict";

interface OneClaimProps {
  locale: Locale;
  claim: PublishedClaim;
  /** The figure set beside it in full: of the window asked for, else the nearest. */
  other: PublishedClaim | undefined;
  /** From when was asked, and whether anything begins there. */
  asked: { from: string | undefined; found: boolean };
  around: ReadonlyMap<string, PublishedClaim>;
  coverage: Coverage;
  view: LedgerView;
  /** When what is read here changed, newest first. */
  moments: readonly Date[];
  own: readonly OwnBeside[];
  /** The accounts of its organisation in which it stands, and their figures. */
  inAccounts: Awaited<ReturnType<typeof listAccounts>>;
}

/** The page of one figure: everything its source says of it, and every figure it may be read beside. */
export function OneClaim({
  locale,
  claim,
  other,
  asked,
  around,
  coverage,
  view,
  moments,
  own,
  inAccounts,
}: OneClaimProps) {
  const t = translator(locale, "claims");
  const words = wordsOf(locale, "claims");
  const here = { locale, view, path: `/comparar/${claim.id}`, asked: { desde: asked.from } };
  return (
    <div className="sheet flow pt-8">
      <p>
        <a href={href(locale, "comparar")}>{t("page.back")}</a>
      </p>
      <h1>
        <FigureWords locale={locale} claim={claim} /> · {claimantWords(words, claim)}
      </h1>
      <FixedNote {...here} />
      <ChooseWindow
        locale={locale}
        claim={claim}
        choices={windowChoices(words, claim, around)}
        chosen={other && (startKey(other) ?? undefined)}
        view={view}
      />
      {asked.from && !asked.found && <Notice kind="care">{t("windows.unknown")}</Notice>}
      {other ? (
        <FullPair locale={locale} claim={claim} other={other} around={around} />
      ) : (
        <>
          <DetailsList rows={saidOf(locale, claim, false, claim.measure === "released_in_period")} />
          <p>{t("page.alone")}</p>
        </>
      )}
      <Ours locale={locale} beside={own} coverage={coverage} />
      <Beside locale={locale} claim={claim} around={around} except={other?.id} />
      <InAccounts locale={locale} claim={claim} {...inAccounts} />
      {other && <Quoted locale={locale} claim={claim} other={other} around={around} view={view} />}
      <EarlierViews {...here} moments={moments} />
      <Asides locale={locale} claim={claim} around={around} />
      <p className="screen-only">
        <a href={`/api/v1/claims/${claim.id}${fixedAddress({ known: view.known, balance: undefined })}`}>
          {t("page.json")}
        </a>
      </p>
    </div>
  );
}

type PairProps = Pick<OneClaimProps, "locale" | "claim" | "around"> & { other: PublishedClaim };

function FullPair({ locale, claim, other, around }: PairProps) {
  const t = translator(locale, "claims");
  const words = wordsOf(locale, "claims");
  const [a, b] = inOrder(claim, other);
  return (
    <section>
      <h2>
        <a href={href(locale, "comparar", pairId(a, b))}>
          {t("page.nearestTitle", { figure: figure(words, other), who: claimantWords(words, other) })}
        </a>
      </h2>
      <PairLists locale={locale} a={a} b={b} />
      <Verdict locale={locale} a={a} b={b} around={around} />
    </section>
  );
}

function Quoted({ locale, claim, other, around, view }: PairProps & Pick<OneClaimProps, "view">) {
  const [a, b] = inOrder(claim, other);
  return <CitePair locale={locale} a={a} b={b} around={around} view={view} />;
}
