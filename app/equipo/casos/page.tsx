import type { Metadata } from "next";
import { z } from "zod";
import { Key } from "@/components/desk/keys/key";
import { SearchForm } from "@/components/desk/search/search-form";
import { Views } from "@/components/desk/views";
import { dayText } from "@/components/desk/when";
import { stateText } from "@/components/desk/words";
import { Table } from "@/components/ui/table";
import { may } from "@/lib/auth/permissions";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { type CaseRow, listCasesForDesk } from "@/lib/vetting/cases/list/queries";
import { type CaseView, COUNTED, caseViews } from "@/lib/vetting/cases/list/views/queries";
import { label } from "@/lib/vocabularies/rules";
import { lookFor } from "../buscar/actions";

const viewOf = (asked: unknown): CaseView => caseViews.find((view) => view === asked) ?? "all";
const textOf = (asked: unknown): string => (typeof asked === "string" ? asked.trim().slice(0, 120) : "");

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "desk")("cases.title") };
}

/** The cases, newest first, by view; views are addresses. Names are looked for over everything, and stand in no address. */
export default async function CasesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const visit = await enterDesk("case.read");
  const { locale } = visit;
  const asked = await searchParams;
  const view = viewOf(asked.ver);
  const after = z.uuid().safeParse(textOf(asked.desde)).data ?? null;
  const list = await listCasesForDesk(visit.staff, { view, after }, wallClock);
  const t = translator(locale, "desk");
  const query = (changes: Record<string, string>) =>
    `/equipo/casos?${new URLSearchParams({ ver: view, ...changes })}`;
  const waits = (row: CaseRow) =>
    [
      row.decisionWaits && t("cases.decisionWaits"),
      row.factsWaiting > 0 && t("cases.factsWait", { n: row.factsWaiting }),
    ]
      .filter(Boolean)
      .join(", ");
  return (
    <>
      <h1>{t("cases.title")}</h1>
      {may(visit.staff, "case.open") && (
        <p>
          <a href="/equipo/casos/nuevo" data-key="N">
            {t("opening.link")} <Key of="N" />
          </a>
        </p>
      )}
      <Views
        label={t("cases.viewsLabel")}
        views={caseViews.map((one) => ({
          href: `/equipo/casos?ver=${one}`,
          label: t(`cases.views.${one}`),
          isCurrent: one === view,
        }))}
      />
      <SearchForm visit={visit} action={lookFor} words={null} stays />
      {list.rows.length === 0 ? (
        <p className="empty">{t("cases.empty")}</p>
      ) : (
        <Table
          cards
          caption={
            list.total > COUNTED ? t("cases.moreThan", { n: COUNTED }) : t("cases.total", { n: list.total })
          }
          rows={list.rows}
          rowKey={(row) => row.reference}
          columns={[
            {
              key: "name",
              head: t("cases.name"),
              cell: (row) => (
                <a href={`/equipo/casos/${row.reference}`} data-row={row.name}>
                  {row.name}
                </a>
              ),
            },
            { key: "reference", head: t("cases.reference"), cell: (row) => row.reference },
            {
              key: "verdict",
              head: t("cases.verdict"),
              cell: (row) => (row.verdict ? stateText("vetting", row.verdict, locale) : t("cases.none")),
            },
            {
              key: "custody",
              head: t("cases.custody"),
              cell: (row) => (row.custody ? stateText("custody", row.custody, locale) : t("cases.none")),
            },
            {
              key: "entity",
              head: t("cases.entity"),
              cell: (row) => (row.entity ? label("entity", row.entity, locale) : t("cases.none")),
            },
            { key: "waits", head: t("cases.waits"), cell: (row) => <strong>{waits(row)}</strong> },
            {
              key: "opened",
              head: t("cases.opened"),
              cell: (row) => `${dayText(row.openedAt, locale)} · ${row.openedBy}`,
            },
          ]}
        />
      )}
      {list.next && (
        <p>
          <a href={query({ desde: list.next })}>{t("cases.next")}</a>
        </p>
      )}
    </>
  );
}
