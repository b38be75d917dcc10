import type { Metadata } from "next";
import { CoverageForms } from "@/components/desk/balances/coverage-forms";
import { DraftFields, draftLabels } from "@/components/desk/balances/draft-fields";
import { DraftRows } from "@/components/desk/balances/draft-rows";
import { DeskForm } from "@/components/desk/form";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { readCoverage } from "@/lib/balances/coverage/queries";
import { listDrafts } from "@/lib/balances/drafts/list/queries";
import { readWaitingWithdrawals } from "@/lib/balances/drafts/warnings/queries";
import { wallClock } from "@/lib/core/clock";
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
  const own = translator(locale, "desk-balances");
  const [coverage, drafts, withdrawals, { hecho }] = await Promise.all([
    readCoverage(staff),
    listDrafts(staff),
    readWaitingWithdrawals(staff, wallClock),
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
          {withdrawals.waiting > 0 && (
            <p className="notice">{own("watch.withdrawalsBefore", { n: withdrawals.waiting })}</p>
          )}
          {withdrawals.toReview > 0 && (
            <p className="notice">{own("watch.withdrawalsReview", { n: withdrawals.toReview })}</p>
          )}
          <DeskForm id="borrador" action={draft} csrf={csrf} locale={locale} labels={draftLabels(locale)}>
            <div className="stack">
              <DraftFields locale={locale} />
              <div>
                <Button>{t("desk.draft")}</Button>
              </div>
            </div>
          </DeskForm>
        </section>
      )}
      <section className="entry flow">
        <h2>{t("desk.listTitle")}</h2>
        {drafts.length === 0 ? <p>{t("desk.listNone")}</p> : <DraftRows locale={locale} drafts={drafts} />}
      </section>
    </div>
  );
}
