import { desk } from "@/lib/db/desk";
import { caseViews } from "@/lib/vetting/cases/list/views/queries";
import { overdueKinds } from "@/lib/vetting/lists/overdue/schema";
import { qualityKinds } from "@/lib/vetting/lists/quality/schema";
import { queueViews } from "@/lib/vetting/reports/schema";
import { threadViews } from "@/lib/vetting/threads/schema";

/** A page of the desk: its address at the n-th visit, and whether it opens somebody's identity, of which there may be so many an hour. */
export interface Page {
  what: string;
  path(n: number): string;
  opens?: true;
}

const DAY = 86_400_000;
const day = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY).toISOString().slice(0, 10);

/** Every page that could grow with the registry. */
export async function pagesOf(): Promise<Page[]> {
  const worked = await sample(
    desk().$queryRaw<
      { text: string }[]
    >`SELECT c.reference AS text FROM registry.decisions d JOIN registry.cases c ON c.id = d.case_id
      LEFT JOIN registry.decision_reviews r ON r.decision_id = d.id WHERE r.decision_id IS NULL ORDER BY md5(c.reference) LIMIT 40`,
  );
  const plain = await sample(
    desk().$queryRaw<
      { text: string }[]
    >`SELECT reference AS text FROM registry.cases ORDER BY md5(reference) LIMIT 40`,
  );
  const known = await sample(
    desk().$queryRaw<
      { text: string }[]
    >`SELECT c.reference || '/hechos/' || f.id AS text FROM registry.facts f JOIN registry.cases c ON c.id = f.case_id
      WHERE f.track = 'custody' AND f.known_from IS NOT NULL AND f.known_to IS NULL
        AND c.reference = ANY(${Array.from({ length: 40 }, (_, n) => plain(n))}::text[]) ORDER BY md5(f.id::text) LIMIT 40`,
  );
  const reports = await sample(
    desk().$queryRaw<
      { text: string }[]
    >`SELECT report_id::text AS text FROM registry.triage ORDER BY md5(report_id::text) LIMIT 40`,
  );
  const [middle] = await desk().$queryRaw<{ text: string }[]>`
    SELECT rank || '.' || (extract(epoch FROM received_at) * 1000)::bigint || '.' || report_id AS text FROM registry.triage
    ORDER BY rank, received_at, report_id OFFSET (SELECT count(*) / 2 FROM registry.triage) LIMIT 1`;
  const [half] = await desk().$queryRaw<{ text: string }[]>`
    SELECT id::text AS text FROM registry.cases ORDER BY id OFFSET (SELECT count(*) / 2 FROM registry.cases) LIMIT 1`;
  const always = (path: string) => () => path;
  return [
    ...queueViews.map((view) => ({ what: `queue: ${view}`, path: always(`/equipo?ver=${view}`) })),
    { what: "queue: a page from the middle", path: always(`/equipo?ver=all&desde=${middle?.text}`) },
    {
      what: "queue with a report beside it",
      path: (n) => `/equipo?ver=all&reporte=${reports(n)}`,
      opens: true,
    },
    {
      what: "the same, compared with likely people",
      path: (n) => `/equipo?reporte=${reports(n)}&parecidos=1`,
      opens: true,
    },
    { what: "report", path: (n) => `/equipo/reportes/${reports(n)}`, opens: true },
    ...caseViews.map((view) => ({ what: `cases: ${view}`, path: always(`/equipo/casos?ver=${view}`) })),
    { what: "cases: a page from the middle", path: always(`/equipo/casos?ver=all&desde=${half?.text}`) },
    { what: "search", path: always("/equipo/buscar") },
    { what: "case, imported", path: (n) => `/equipo/casos/${plain(n)}`, opens: true },
    { what: "case in work", path: (n) => `/equipo/casos/${worked(n)}`, opens: true },
    { what: "its timeline", path: (n) => `/equipo/casos/${worked(n)}/linea`, opens: true },
    { what: "its history", path: (n) => `/equipo/casos/${worked(n)}/historia` },
    { what: "its decision", path: (n) => `/equipo/casos/${worked(n)}/decision`, opens: true },
    { what: "a fact to correct", path: (n) => `/equipo/casos/${known(n)}`, opens: true },
    { what: "a new case", path: always("/equipo/casos/nuevo") },
    ...overdueKinds.map((kind) => ({
      what: `overdue: ${kind}`,
      path: always(`/equipo/vencidos?ver=${kind}`),
    })),
    ...qualityKinds.map((kind) => ({
      what: `quality: ${kind}`,
      path: always(`/equipo/calidad?ver=${kind}`),
    })),
    ...threadViews.map((view) => ({
      what: `messages: ${view}`,
      path: always(`/equipo/mensajes?ver=${view}`),
    })),
    { what: "withdrawals", path: always("/equipo/retiros") },
    { what: "replies", path: always("/equipo/replicas") },
    { what: "release night", path: always("/equipo/noche") },
    { what: "release night, one prison", path: always("/equipo/noche?estado=VE-A") },
    { what: "balances", path: always("/equipo/balances") },
    { what: "imports", path: always("/equipo/importaciones") },
    { what: "tallies: how many", path: (n) => `/equipo/recuentos?ask=standing&at=${day(n)}` },
    { what: "trail", path: always("/equipo/auditoria") },
    { what: "trail of one person", path: always("/equipo/auditoria?quien=vera") },
    { what: "trail of one case", path: (n) => `/equipo/auditoria?caso=${worked(n)}` },
  ];
}

async function sample(found: PromiseLike<{ text: string }[]>): Promise<(n: number) => string> {
  const rows = await found;
  if (rows.length === 0) throw new Error("nothing to visit");
  return (n) => rows[n % rows.length]?.text ?? "";
}
