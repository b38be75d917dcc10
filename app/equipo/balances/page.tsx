import type { Metadata } from "next";
import { ActForm } from "@/components/desk/balances/act-form";
import { CoverageForms } from "@/components/desk/balances/coverage-forms";
import { DraftFields } from "@/components/desk/balances/draft-fields";
import { DraftRows } from "@/components/desk/balances/draft-rows";
import { may } from "@/lib/auth/permissions";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { readCoverage } from "@/lib/balances/coverage/queries";
import { listDrafts } from "@/lib/balances/drafts/list/queries";
import { translator } from "@/lib/i18n/messages";
import { declare, draft, second } from "./actions";

interface Props {
  searchParams: Promise<{ hecho?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "balances")("desk.title") };
}

/** Where balances are prepared: coverage, the drafting form, everything drafted and published. */
export default async function DeskBalances({ searchParams }: Props) {
  const visit = await enterDesk("tally.read");
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "balances");
  const [coverage, drafts, { hecho }] = await Promise.all([
    readCoverage(staff),
    listDrafts(staff),
    searchParams,
  ]);
  const act = (["declared", "seconded", "discarded"] as const).find((one) => one === hecho);
  const coordinates = may(staff, "balance.draft");
  return (
    <div className="flow pb-10">
      {act && (
        <p role="status" className="notice">
          {t(`desk.did.${act}`)}
        </p>
      )}
      <h1>{t("desk.title")}</h1>
      <p>{t("desk.lead")}</p>
      <CoverageForms visit={visit} coverage={coverage} declare={declare} second={second} />
      {coordinates && coverage.inForce && (
        <section className="entry flow">
          <h2>{t("desk.draftTitle")}</h2>
          <ActForm action={draft} csrf={csrf} locale={locale} button={t("desk.draft")}>
            <DraftFields locale={locale} />
          </ActForm>
        </section>
      )}
      <section className="entry flow">
        <h2>{t("desk.listTitle")}</h2>
        {drafts.length === 0 ? <p>{t("desk.listNone")}</p> : <DraftRows locale={locale} drafts={drafts} />}
      </section>
    </div>
  );
}
