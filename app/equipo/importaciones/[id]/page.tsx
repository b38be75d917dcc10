import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DeskText } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { batchState } from "@/components/desk/imports/batch-rows";
import { Effect } from "@/components/desk/imports/effect";
import { Found } from "@/components/desk/imports/found";
import { Sample } from "@/components/desk/imports/sample";
import { dayText } from "@/components/desk/when";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import { type DeskVisit, deskLocale, enterDesk } from "@/lib/auth/session";
import { type BatchView, readBatch } from "@/lib/cases/exchange/batches/queries";
import { MOST_AT_THE_DESK } from "@/lib/cases/exchange/batches/schema";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { translator } from "@/lib/i18n/messages";
import { findHeld } from "@/lib/tallies/held/queries";
import { confirm, discard } from "../actions";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ hecho?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "imports")("desk.title") };
}

/** One batch as the second person judges it: what it would make, who resembles whom, what was left out, its first rows, and their word. */
export default async function ImportPage({ params, searchParams }: Props) {
  const visit = await enterDesk("import.read");
  const { staff, locale } = visit;
  const t = translator(locale, "imports");
  const [{ id }, { hecho }] = await Promise.all([params, searchParams]);
  const batch = z.uuid().safeParse(id).success ? await found(visit, id) : null;
  if (!batch) notFound();
  const act = (["confirmed", "discarded"] as const).find((one) => one === hecho && one === batch.state);
  const isOpen = batch.state === "waiting" || batch.state === "incomplete";
  const held = isOpen && may(staff, "tally.read") ? await findHeld(staff, wallClock) : null;
  return (
    <div className="flow pb-10">
      {act && (
        <p role="status" className="notice">
          {t(`desk.did.${act}`)}
        </p>
      )}
      <h1>{t("desk.batchOf", { source: batch.source })}</h1>
      <p>
        {t("desk.broughtBy", { who: batch.importedBy, day: dayText(batch.importedAt, locale) })}{" "}
        {t("desk.kind")}: {t(`desk.kinds.${batch.kind}`)}. {t("desk.state")}: {batchState(batch, locale)}.{" "}
        {batch.discardedWhy && t("desk.discardedWhy", { why: batch.discardedWhy })}
      </p>
      {isOpen && (
        <section className="entry flow">
          <h2>{t("desk.would")}</h2>
          <Effect locale={locale} batch={batch} held={held} />
        </section>
      )}
      {isOpen && <YourWord visit={visit} batch={batch} />}
      {batch.findings && <Found locale={locale} found={{ ...batch.findings, ...likenessOf(batch) }} />}
      {batch.sample.length > 0 && (
        <section className="entry flow">
          <h2>{t("desk.sampleTitle")}</h2>
          <Sample locale={locale} rows={batch.sample} />
        </section>
      )}
      <p>
        <a href="/equipo/importaciones">{t("desk.back")}</a>
      </p>
    </div>
  );
}

/** Likenesses as of now while a batch waits, as of when it was brought afterwards. */
const likenessOf = ({ preview }: BatchView) =>
  preview ? { alike: preview.alike, likenesses: preview.likenesses } : {};

async function found({ staff }: DeskVisit, id: string): Promise<BatchView | null> {
  try {
    return await readBatch(staff, id, wallClock);
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") return null;
    throw error;
  }
}

/** Confirming, for somebody else than who brought it; discarding, for who brought it or coordination. */
function YourWord({ visit: { staff, csrf, locale }, batch }: { visit: DeskVisit; batch: BatchView }) {
  const t = translator(locale, "imports");
  const isMine = batch.importedBy === staff.username;
  const confirms = may(staff, "fact.confirm");
  const fits = batch.lines <= MOST_AT_THE_DESK;
  return (
    <section className="entry flow">
      <h2>{t("desk.act")}</h2>
      {batch.state === "incomplete" && <p>{t("desk.unfinished")}</p>}
      {isMine && <p>{t("desk.yours")}</p>}
      {!isMine && !confirms && <p>{t("desk.cannot")}</p>}
      {batch.state === "waiting" && !isMine && confirms && fits && (
        <DeskForm id="confirmar" action={confirm} csrf={csrf} locale={locale} hidden={{ id: batch.id }}>
          <p className="note">{t("desk.confirmNote")}</p>
          <Button>{t("desk.confirm")}</Button>
        </DeskForm>
      )}
      {(isMine || may(staff, "registry.import")) && (
        <>
          <h3>{t("desk.discardTitle")}</h3>
          <DeskForm
            id="descartar"
            action={discard}
            csrf={csrf}
            locale={locale}
            hidden={{ id: batch.id }}
            labels={{ why: t("desk.discardWhy") }}
          >
            <div className="stack">
              <DeskText name="why" label={t("desk.discardWhy")} />
              <div>
                <Button plain>{t("desk.discard")}</Button>
              </div>
            </div>
          </DeskForm>
        </>
      )}
    </section>
  );
}
