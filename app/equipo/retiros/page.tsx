import type { Metadata } from "next";
import { z } from "zod";
import { DeskArea, DeskSelect, DeskText } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { ActedTable, ErasureRows, WaitingPart } from "@/components/desk/withdrawals/lately";
import { RequestTable } from "@/components/desk/withdrawals/request-table";
import { Button } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { may } from "@/lib/auth/permissions";
import { type DeskVisit, deskLocale, enterDesk } from "@/lib/auth/session";
import { givers } from "@/lib/consent/schema";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { applyWithdrawals } from "@/lib/publication/withdrawals/commands";
import { requestKinds } from "@/lib/publication/withdrawals/schema";
import { listErasures } from "@/lib/vetting/withdrawals/erasure/queries";
import { listActedAtOnce, listEarlyDrafts } from "@/lib/vetting/withdrawals/lately/queries";
import { listRequests } from "@/lib/vetting/withdrawals/queries";
import { record } from "./actions";

type Asked = { hecho?: string; desde?: string };

const acts = ["applied", "erased"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "withdrawals")("title") };
}

/**
 * What families take back and others ask to be withdrawn, each with its clock: what was asked, what is done. Whatever was posted with
 * a code is opened by whoever comes here first.
 */
export default async function WithdrawalsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const visit = await enterDesk("request.record");
  const { staff, locale } = visit;
  const { hecho, desde } = await searchParams;
  const t = translator(locale, "withdrawals");
  const after = z.uuid().safeParse(desde).data ?? null;
  const opened = await applyWithdrawals(staff, wallClock);
  const [drafts, requests, acted, erasures] = await Promise.all([
    listEarlyDrafts(staff),
    listRequests(staff, after),
    listActedAtOnce(staff, wallClock),
    listErasures(staff),
  ]);
  const did = acts.find((act) => act === hecho);
  return (
    <>
      {did && (
        <p className="done" role="status">
          {t(`did.${did}`)}
        </p>
      )}
      <h1>{t("title")}</h1>
      <p className="note">{t("lead")}</p>
      <section className="entry" id="peticiones">
        <h2>{t("requests.title")}</h2>
        <RequestTable rows={requests.rows} total={requests.total} now={wallClock()} locale={locale} />
        <Pagination
          label={t("requests.pages")}
          first={after ? { href: "/equipo/retiros", text: t("requests.first") } : null}
          next={
            requests.next
              ? { href: `/equipo/retiros?desde=${requests.next}`, text: t("requests.next") }
              : null
          }
        />
        <NewRequest visit={visit} />
      </section>
      <WaitingPart opened={opened} drafts={drafts} locale={locale} />
      <section className="entry">
        <h2>{t("done.title")}</h2>
        <ActedTable rows={acted} locale={locale} />
      </section>
      <section className="entry">
        <h2>{t("erasures.title")}</h2>
        <ErasureRows rows={erasures} mayOpen={may(staff, "person.erase")} locale={locale} />
      </section>
    </>
  );
}

function NewRequest({ visit: { csrf, locale } }: { visit: DeskVisit }) {
  const t = translator(locale, "withdrawals");
  const d = translator(locale, "desk");
  return (
    <details className="form">
      <summary>{t("record.title")}</summary>
      <p className="note">{t("record.whenGiver")}</p>
      <DeskForm
        id="peticion"
        action={record}
        csrf={csrf}
        locale={locale}
        labels={{ reference: t("record.reference"), words: t("record.words") }}
      >
        <div className="stack">
          <DeskText name="reference" label={t("record.reference")} />
          <div className="row2">
            <DeskSelect
              name="kind"
              label={t("record.kind")}
              choices={requestKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            />
            <DeskSelect
              name="asks"
              label={t("record.asks")}
              value="other"
              choices={[
                ...givers.map((value) => ({ value, label: d(`permission.givers.${value}`) })),
                { value: "authority", label: t("record.authority") },
              ]}
            />
          </div>
          <DeskArea name="words" label={t("record.words")} hint={t("record.wordsHint")} />
          <div>
            <Button>{t("record.submit")}</Button>
          </div>
        </div>
      </DeskForm>
    </details>
  );
}
