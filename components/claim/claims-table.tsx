import { type Column, Table } from "@/components/ui/table";
import { dayName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { claimantShort, when } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";
import { FigureWords } from "./figure-words";

interface ClaimsTableProps {
  locale: Locale;
  claims: readonly PublishedClaim[];
  caption: string;
}

/** Every figure of a drawing with its words, newest first, each a link to its source and to what stands beside it. */
export function ClaimsTable({ locale, claims, caption }: ClaimsTableProps) {
  const t = translator(locale, "claims");
  const words = wordsOf(locale, "claims");
  if (claims.length === 0) return null;
  const columns: Column<PublishedClaim>[] = [
    {
      key: "on",
      head: t("series.on"),
      cell: ({ onDate }) => (onDate ? dayName(locale, onDate) : t("page.undated")),
    },
    { key: "who", head: t("page.who"), cell: (claim) => claimantShort(words, claim) },
    {
      key: "figure",
      head: t("series.figure"),
      numeric: true,
      cell: (claim) => (
        <a href={href(locale, "comparar", claim.id)}>
          <FigureWords locale={locale} claim={claim} />
        </a>
      ),
    },
    { key: "when", head: t("page.when"), cell: (claim) => when(words, claim) },
    { key: "stage", head: t("page.stage"), cell: (claim) => t(`stageShort.${claim.stage}`) },
  ];
  return <Table caption={caption} columns={columns} rows={claims} rowKey={({ id }) => id} cards />;
}
