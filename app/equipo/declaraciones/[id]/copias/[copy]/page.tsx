import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Views } from "@/components/desk/views";
import { dayText } from "@/components/desk/when";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { openCopy } from "@/lib/claims/copies/queries";
import { claimId } from "@/lib/claims/schema";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { translator } from "@/lib/i18n/messages";

interface Props {
  params: Promise<{ id: string; copy: string }>;
  searchParams: Promise<{ hoja?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "ledger")("copies.title") };
}

const sheet = z.coerce.number().int().min(1).max(50).catch(1);

/** An archived copy of a source: a page of it as a new picture, or the words of a saved page; nothing of it runs. */
export default async function CopyPage({ params, searchParams }: Props) {
  const { staff, locale } = await enterDesk("claim.read");
  const { id, copy } = await params;
  const page = sheet.parse((await searchParams).hoja);
  if (!claimId.safeParse(id).success || !z.uuid().safeParse(copy).success) notFound();
  const opened = await openCopy(staff, { claimId: id, copyId: copy, page }, wallClock).catch(
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === "not_found") notFound();
      return error;
    },
  );
  const t = translator(locale, "ledger");
  const to = (hoja: number) => `/equipo/declaraciones/${id}/copias/${copy}?hoja=${hoja}`;
  if (opened instanceof Refusal) {
    return (
      <>
        <p>
          <a href={`/equipo/declaraciones/${id}`}>{t("copies.back")}</a>
        </p>
        <h1>{t("copies.notShown")}</h1>
        <p>{translator(locale, "refusals")(opened.code, opened.values)}</p>
      </>
    );
  }
  const others = [
    ...(page > 1 ? [{ href: to(page - 1), label: t("copies.previous"), isCurrent: false }] : []),
    ...(page < opened.pages ? [{ href: to(page + 1), label: t("copies.nextPage"), isCurrent: false }] : []),
  ];
  return (
    <>
      <p>
        <a href={`/equipo/declaraciones/${id}`}>{t("copies.back")}</a>
      </p>
      <h1 className="breakable">{id}</h1>
      <p className="note">{t("copies.safe")}</p>
      <p className="note">
        {t("copies.added", { who: opened.addedBy, day: dayText(opened.addedAt, locale) })} ·{" "}
        {t("copies.hash")} <code className="breakable">{opened.sha256}</code>
      </p>
      {opened.pages > 1 && <p>{t("copies.page", { page, pages: opened.pages })}</p>}
      {others.length > 0 && <Views label={t("copies.title")} views={others} />}
      {opened.picture && (
        <img
          className="document"
          src={`data:image/jpeg;base64,${opened.picture.toString("base64")}`}
          alt={t("copies.picture", { page })}
        />
      )}
      {opened.text !== null && (
        <>
          <h2>{t("copies.textTitle")}</h2>
          <div className="words breakable">{opened.text}</div>
        </>
      )}
    </>
  );
}
