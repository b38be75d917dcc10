import { type Column, Table } from "@/components/ui/table";
import { dayName, number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import type { BalanceContent } from "@/lib/opendata/balances/queries";
import { claimantShort, figure } from "@/lib/opendata/claims/rules";

type Window = BalanceContent["claims"][number];
type Row = Window & { figures: Window[] };

interface ClaimWindowsProps {
  locale: Locale;
  balance: Pick<BalanceContent, "claims">;
  /** Where the public pages are, when this is shown elsewhere. */
  site?: string;
}

/** Beside the figures of others: what this registry verified in the very same days. Side by side, never subtracted here. */
export function ClaimWindows({ locale, balance, site = "" }: ClaimWindowsProps) {
  const t = translator(locale, "balances");
  const rows = byWindow(balance.claims);
  if (rows.length === 0) return null;
  const columns: Column<Row>[] = [
    {
      key: "window",
      head: t("colWindow"),
      cell: (row) => t("window", { from: dayName(locale, row.from), to: dayName(locale, row.to) }),
    },
    {
      key: "claim",
      head: t("colClaim"),
      cell: (row) =>
        row.figures.map((claim, place) => (
          <span key={claim.claimId}>
            {place > 0 && "; "}
            <a href={site + href(locale, "comparar", claim.claimId)}>{saidWords(locale, claim)}</a>
          </span>
        )),
    },
    {
      key: "detentions",
      head: t("colDetentions"),
      numeric: true,
      cell: (row) => number(locale, row.flows.detentions),
    },
    {
      key: "releases",
      head: t("colReleases"),
      numeric: true,
      cell: (row) => number(locale, row.flows.releases.events),
    },
  ];
  return (
    <section className="entry">
      <h2>{t("claimsTitle")}</h2>
      <p className="note mt-2 mb-3">{t("claimsNote")}</p>
      <Table
        caption={t("claimsTitle")}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.from}/${row.to}`}
        cards
      />
    </section>
  );
}

/** The figure as the ledger had it when the balance was drafted; a balance of format 1 only points to it. */
function saidWords(locale: Locale, { said }: Window): string {
  const t = translator(locale, "balances");
  if (!said) return t("claimLink");
  const words = wordsOf(locale, "claims");
  return t("claimSaid", { who: claimantShort(words, said), figure: figure(words, said) });
}

/** One row a window, newest first, with every figure that is about those days. */
function byWindow(claims: BalanceContent["claims"]): Row[] {
  const rows = new Map<string, Row>();
  for (const claim of claims) {
    const key = `${claim.to}/${claim.from}`;
    const row = rows.get(key);
    if (row) row.figures.push(claim);
    else rows.set(key, { ...claim, figures: [claim] });
  }
  return [...rows.entries()].sort(([a], [b]) => b.localeCompare(a)).map(([, row]) => row);
}
