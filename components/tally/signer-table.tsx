import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import type { Signer } from "@/lib/opendata/balances/signers/schema";
import { fingerprint } from "@/lib/opendata/tallies/rules";

/** The keys that have signed, by fingerprint, for whoever compares them with what they were given by another way. */
export function SignerTable({ locale, signers }: { locale: Locale; signers: readonly Signer[] }) {
  const t = translator(locale, "verify-site");
  const balance = (slug: string) => <a href={href(locale, "balances", slug)}>{slug}</a>;
  const columns: Column<Signer>[] = [
    {
      key: "print",
      head: t("keyPrint"),
      cell: ({ publicKey }) => <code className="digest">{fingerprint(publicKey)}</code>,
    },
    { key: "first", head: t("keyFirst"), cell: ({ first }) => balance(first) },
    { key: "last", head: t("keyLast"), cell: ({ last }) => balance(last) },
    {
      key: "count",
      head: t("keyCount"),
      numeric: true,
      cell: ({ balances }) => number(locale, balances),
    },
  ];
  return (
    <Table
      caption={t("keysCaption")}
      columns={columns}
      rows={signers}
      rowKey={({ publicKey }) => publicKey}
      cards
    />
  );
}
