import type { Metadata } from "next";
import { z } from "zod";
import { Alerts } from "@/components/desk/audit/alerts";
import { ChainState } from "@/components/desk/audit/chain-state";
import { TrailFilter } from "@/components/desk/audit/trail-filter";
import { TrailTable } from "@/components/desk/audit/trail-table";
import { listAlerts } from "@/lib/audit/alerts";
import { type AuditFilter, auditChoices, listAudit } from "@/lib/audit/list";
import { checkTrail } from "@/lib/audit/queries";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What the address asks; anything in it that makes no sense is as if it were not there. */
const asked = z.object({
  quien: z.string().min(1).max(64).optional().catch(undefined),
  que: z.string().min(1).max(40).optional().catch(undefined),
  desde: z.iso.date().optional().catch(undefined),
  hasta: z.iso.date().optional().catch(undefined),
  caso: z.string().trim().toUpperCase().min(1).max(12).optional().catch(undefined),
  antes: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
  comprobar: z.literal("todo").optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "staff")("auditTitle") };
}

/** Who did what and when, for auditors and coordinators; whether anybody tampered with it; and what is unlike other days. */
export default async function AuditPage({ searchParams }: Props) {
  const { staff, locale } = await enterDesk("audit.read");
  const { antes, comprobar, ...query } = asked.parse(await searchParams);
  const filter: AuditFilter = {
    actor: query.quien,
    noun: query.que,
    from: query.desde,
    until: query.hasta,
    reference: query.caso,
    before: antes === undefined ? undefined : BigInt(antes),
  };
  const isFirst = Object.values({ ...query, antes }).every((value) => value === undefined);
  const { lines, next } = await listAudit(staff, filter);
  const t = translator(locale, "staff");
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return (
    <>
      <h1>{t("auditTitle")}</h1>
      {isFirst && (
        <>
          <ChainState check={await checkTrail(staff, comprobar ? "whole" : "recent")} locale={locale} />
          <Alerts alerts={await listAlerts(staff, wallClock)} locale={locale} />
        </>
      )}
      <TrailFilter query={query} choices={await auditChoices(staff)} locale={locale} />
      {lines.length === 0 ? (
        <p className="empty">{t(next ? "auditNoneYet" : "auditNone")}</p>
      ) : (
        <TrailTable acts={lines} locale={locale} />
      )}
      {next && (
        <p>
          <a href={`/equipo/auditoria?${new URLSearchParams([...given, ["antes", String(next)]])}`}>
            {t("auditOlder")}
          </a>
        </p>
      )}
    </>
  );
}
