import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ActText } from "@/components/desk/act-text";
import { CasePages } from "@/components/desk/case-pages";
import { momentText } from "@/components/desk/when";
import { stateOrWords } from "@/components/desk/words";
import { Table } from "@/components/ui/table";
import { enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { translator } from "@/lib/i18n/messages";
import { listCaseActs } from "@/lib/vetting/cases/history/queries";

const numberOfAct = z.string().regex(/^\d{1,18}$/);

/** The title stays in the history of a browser: the reference, never the name. */
export async function generateMetadata({
  params,
}: {
  params: Promise<{ reference: string }>;
}): Promise<Metadata> {
  return { title: decodeURIComponent((await params).reference) };
}

/** Everything the trail says about one case, with who looked. */
export default async function HistoryPage({
  params,
  searchParams,
}: {
  params: Promise<{ reference: string }>;
  searchParams: Promise<{ antes?: string }>;
}) {
  const { staff, locale } = await enterDesk("case.read");
  const reference = decodeURIComponent((await params).reference);
  const t = translator(locale, "desk");
  const { data: before } = numberOfAct.safeParse((await searchParams).antes);
  const { acts, next, stopped, opened } = await listCaseActs(
    staff,
    reference,
    wallClock,
    before === undefined ? null : BigInt(before),
  ).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    throw error;
  });
  return (
    <>
      <CasePages reference={reference} current="/historia" staff={staff} locale={locale} />
      <h1>
        {t("history.full2")} <span className="num">{reference}</span>
      </h1>
      {stopped && <p className="note">{t("history.stopped", { n: opened })}</p>}
      {acts.length === 0 ? (
        <p className="empty">{t("history.empty")}</p>
      ) : (
        <Table
          cards
          caption={t("history.title")}
          rows={acts}
          rowKey={(act) => act.seq}
          columns={[
            { key: "when", head: t("history.when"), cell: (act) => momentText(act.at, locale) },
            { key: "who", head: t("history.who"), cell: (act) => act.actor },
            {
              key: "what",
              head: t("history.what"),
              cell: (act) => <ActText action={act.action} locale={locale} />,
            },
            {
              key: "why",
              head: t("history.why"),
              cell: (act) => (act.why ? stateOrWords(act.why, locale) : ""),
            },
          ]}
        />
      )}
      {next && (
        <p>
          <a href={`/equipo/casos/${reference}/historia?antes=${next}`}>{t("history.older")}</a>
        </p>
      )}
    </>
  );
}
