import type { Metadata } from "next";
import { ChainState } from "@/components/desk/audit/chain-state";
import { TrailTable } from "@/components/desk/audit/trail-table";
import { checkTrail, listAudit } from "@/lib/audit/queries";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/messages";

type Props = { searchParams: Promise<{ antes?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "staff")("auditTitle") };
}

/** Who did what and when, for auditors and coordinators, and whether anybody tampered with it. */
export default async function AuditPage({ searchParams }: Props) {
  const { staff, locale } = await enterDesk("audit.read");
  const { antes } = await searchParams;
  const before = /^\d{1,18}$/.test(antes ?? "") ? BigInt(antes ?? 0) : undefined;
  const acts = await listAudit(staff, before);
  const last = acts.at(-1);
  const t = translator(locale, "staff");
  return (
    <>
      <h1>{t("auditTitle")}</h1>
      {before === undefined && <ChainState check={await checkTrail(staff)} locale={locale} />}
      <TrailTable acts={acts} locale={locale} />
      {acts.length === 50 && last && (
        <p>
          <a href={`/equipo/auditoria?antes=${last.seq}`}>{t("auditOlder")}</a>
        </p>
      )}
    </>
  );
}
