import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ActForm } from "@/components/desk/balances/act-form";
import { Preview } from "@/components/desk/balances/preview";
import { Signed } from "@/components/desk/balances/signed";
import { DeskForm } from "@/components/desk/form";
import { Account } from "@/components/tally/account";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { bulletin, MOST_CHARACTERS } from "@/lib/balances/bulletin/rules";
import { readDraft } from "@/lib/balances/drafts/list/queries";
import { origin } from "@/lib/core/env";
import { translator } from "@/lib/i18n/messages";
import { discard, signDraft } from "../actions";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ hecho?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "balances")("desk.title") };
}

/** One draft, both sides: exact numbers beside what will be printed, the account since the last, and the signatures. */
export default async function DeskBalance({ params, searchParams }: Props) {
  const { staff, csrf, locale } = await enterDesk("tally.read");
  const t = translator(locale, "balances");
  const [{ id }, { hecho }] = await Promise.all([params, searchParams]);
  const draft = z.uuid().safeParse(id).success ? await readDraft(staff, id) : null;
  if (!draft) notFound();
  const act = (["drafted", "signed", "published"] as const).find((one) => one === hecho);
  const publicPages = origin("PUBLIC");
  const message = bulletin(locale, draft.content, publicPages ?? null);
  const open = !draft.publishedAt && !draft.discardedAt;
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
      <Preview locale={locale} draft={draft} />
      <Account locale={locale} balance={draft.content} />
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
          <ActForm action={discard} csrf={csrf} locale={locale} about={id} button={t("desk.discard")} quiet />
        )}
        <p>
          <a href="/equipo/balances">{t("desk.back")}</a>
        </p>
      </section>
    </div>
  );
}
