import { type Column, Table } from "@/components/ui/table";
import { dayName, number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import type { BalanceContent } from "@/lib/opendata/balances/queries";

type Row = BalanceContent["claims"][number] & { ids: string[] };

/** Beside the figures of others: what this registry verified in the very same days. Side by side, never subtracted here. */
export function ClaimWindows({ locale, balance }: { locale: Locale; balance: BalanceContent }) {
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
        row.ids.map((id, place) => (
          <span key={id}>
            {place > 0 && ", "}
            <a href={href(locale, "comparar", id)}>{t("claimLink")}</a>
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

/** One row a window, newest first, with every figure that is about those days. */
function byWindow(claims: BalanceContent["claims"]): Row[] {
  const rows = new Map<string, Row>();
  for (const claim of claims) {
    const key = `${claim.to}/${claim.from}`;
    const row = rows.get(key);
    if (row) row.ids.push(claim.claimId);
    else rows.set(key, { ...claim, ids: [claim.claimId] });
  }
  return [...rows.entries()].sort(([a], [b]) => b.localeCompare(a)).map(([, row]) => row);
}
