import type { Metadata } from "next";
import { LedgerTable } from "@/components/desk/claims/ledger-table";
import { Key } from "@/components/desk/keys/key";
import { Views } from "@/components/desk/views";
import { Button, ButtonLink } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { may } from "@/lib/auth/permissions";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { LISTED, listLedger } from "@/lib/claims/ledger/queries";
import { ledgerViews } from "@/lib/claims/ledger/schema";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { claimantWords } from "@/lib/opendata/claims/rules";

interface Props {
  searchParams: Promise<Record<"ver" | "buscar" | "hoja", string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "ledger")("title") };
}

/** The ledger of what others said, as the desk keeps it: every figure, those that wait and those withdrawn included. */
export default async function LedgerPage({ searchParams }: Props) {
  const { staff, locale } = await enterDesk("claim.read");
  const asked = await searchParams;
  const first = (value: string | string[] | undefined) =>
    String((Array.isArray(value) ? value[0] : value) ?? "");
  const view = ledgerViews.find((one) => one === first(asked.ver)) ?? "all";
  const words = first(asked.buscar).replaceAll("\0", "").slice(0, 200);
  const page = Math.min(Math.max(Number.parseInt(first(asked.hoja), 10) || 1, 1), 1000);
  const t = translator(locale, "ledger");
  const said = wordsOf(locale, "claims");
  const list = await listLedger(staff, { view, words, page }, (claimant) =>
    claimantWords(said, { claimant }),
  );
  const query = (hoja: number) => {
    const address = new URLSearchParams({ ver: view, ...(words && { buscar: words }) });
    if (hoja > 1) address.set("hoja", String(hoja));
    return `/equipo/declaraciones?${address}`;
  };
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="note">{t("lead")}</p>
      {may(staff, "claim.enter") && (
        <p>
          <ButtonLink plain href="/equipo/declaraciones/nueva" data-key="N">
            {t("enter")} <Key of="N" />
          </ButtonLink>
        </p>
      )}
      <Views
        label={t("viewsLabel")}
        views={ledgerViews.map((one) => ({
          href: `/equipo/declaraciones?ver=${one}`,
          label: t(`views.${one}`),
          count: list.counts[one],
          isCurrent: one === view,
        }))}
      />
      <form method="get" className="search">
        <input type="hidden" name="ver" value={view} />
        <label htmlFor="buscar">
          {t("search")} <Key of="/" />
        </label>
        <input
          id="buscar"
          data-key="/"
          name="buscar"
          className="box"
          defaultValue={words}
          autoComplete="off"
        />
        <Button plain>{t("find")}</Button>
      </form>
      {list.rows.length === 0 ? (
        <p className="empty">{t(words ? "emptySearch" : "empty")}</p>
      ) : (
        <LedgerTable rows={list.rows} caption={t("total", { n: list.total })} locale={locale} />
      )}
      <Pagination
        label={t("pages")}
        first={page > 1 ? { href: query(1), text: t("first") } : null}
        next={list.total > page * LISTED ? { href: query(page + 1), text: t("next") } : null}
      />
    </>
  );
}
