import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Changed } from "@/components/desk/balances/changed";
import { Preview } from "@/components/desk/balances/preview";
import { Covered, Published } from "@/components/desk/balances/published";
import { Signed } from "@/components/desk/balances/signed";
import { Watch } from "@/components/desk/balances/watch";
import { DeskForm } from "@/components/desk/form";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { bulletin, MOST_CHARACTERS } from "@/lib/balances/bulletin/rules";
import { listChanges } from "@/lib/balances/drafts/changes/queries";
import { readDraft } from "@/lib/balances/drafts/list/queries";
import { watchDraft } from "@/lib/balances/drafts/warnings/queries";
import { wallClock } from "@/lib/core/clock";
import { origin } from "@/lib/core/env";
import { translator } from "@/lib/i18n/messages";
import { discard, signDraft } from "../actions";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ hecho?: string; desde?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "balances")("desk.title") };
}

/**
 * One draft as both coordinators must see it before they sign: what to mind, whose changes make the account, exact numbers beside what
 * will be printed and why, the figures of others, every public table, and the signatures.
 */
export default async function DeskBalance({ params, searchParams }: Props) {
  const { staff, csrf, locale } = await enterDesk("tally.read");
  const t = translator(locale, "balances");
  const [{ id }, { hecho, desde }] = await Promise.all([params, searchParams]);
  const draft = z.uuid().safeParse(id).success ? await readDraft(staff, id) : null;
  if (!draft) notFound();
  const after = z.coerce.number().int().min(0).max(2_000_000_000).safeParse(desde).data ?? 0;
  const [changed, watch] = await Promise.all([
    listChanges(staff, id, after),
    watchDraft(staff, draft, wallClock),
  ]);
  const act = (["drafted", "signed", "published"] as const).find((one) => one === hecho);
  const publicPages = origin("PUBLIC");
  const message = bulletin(locale, draft.content, publicPages ?? null);
  const open = !draft.publishedAt && !draft.discardedAt;
  const opensCases = may(staff, "case.read");
  const signedByMe = draft.signatures.some((one) => one.staffId === staff.id);
  return (
    <div className="flow pb-10">
      {act && (
        <p role="status" className="notice">
          {t(`desk.did.${act}`)}
        </p>
      )}
      <h1>{t("desk.draftOf", { slug: draft.content.slug })}</h1>
      <p>
        {t("desk.changes", { n: draft.exact.changes })} {t("desk.exactNote")}
      </p>
      <Watch locale={locale} draft={draft} watch={watch} opensCases={opensCases} />
      <Changed locale={locale} draft={draft} changed={changed} isLater={after > 0} opensCases={opensCases} />
      <Preview locale={locale} draft={draft} />
      <Covered locale={locale} content={draft.content} site={publicPages ?? ""} />
      <Published locale={locale} content={draft.content} site={publicPages ?? ""} />
      <section className="entry flow">
        <h2>{t("desk.message")}</h2>
        <p className="note">{t("desk.messageNote", { n: message.length, most: MOST_CHARACTERS })}</p>
        <textarea className="box" rows={12} readOnly value={message} aria-label={t("desk.message")} />
      </section>
      <section className="entry flow">
        <h2>{t("desk.signatures")}</h2>
        <Signed locale={locale} draft={draft} open={open} />
        <p>
          {t("desk.hash")}: <code className="digest">{draft.contentHash}</code>
        </p>
        <p>
          {open
            ? t("desk.stateOpen", { n: draft.signatures.length })
            : t(draft.publishedAt ? "desk.statePublished" : "desk.stateDiscarded")}
        </p>
        {draft.publishedAt && publicPages && (
          <p>
            <a href={`${publicPages}/balances/${draft.content.slug}`}>{t("desk.publicPage")}</a>
          </p>
        )}
        {open && signedByMe && <p>{t("desk.signTwice")}</p>}
        {open && !signedByMe && may(staff, "balance.sign") && (
          <DeskForm id="firma" action={signDraft} csrf={csrf} locale={locale} hidden={{ id }}>
            <p className="note">{t("desk.signNote")}</p>
            <Button>{t("desk.sign")}</Button>
          </DeskForm>
        )}
        {open && may(staff, "balance.draft") && (
          <DeskForm id="descartar" action={discard} csrf={csrf} locale={locale} hidden={{ id }}>
            <Button plain>{t("desk.discard")}</Button>
          </DeskForm>
        )}
        <p>
          <a href="/equipo/balances">{t("desk.back")}</a>
        </p>
      </section>
    </div>
  );
}
