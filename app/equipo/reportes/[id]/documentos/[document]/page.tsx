import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Views } from "@/components/desk/views";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { translator } from "@/lib/i18n/messages";
import { openDocument } from "@/lib/vetting/documents/queries";

interface DocumentPageProps {
  params: Promise<{ id: string; document: string }>;
  searchParams: Promise<{ hoja?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "documents")("title") };
}

/** One page of a document as a new picture, inside the answer itself: no address of its own that could be kept or passed on. */
export default async function DocumentPage({ params, searchParams }: DocumentPageProps) {
  const { staff, locale } = await enterDesk("report.open");
  const { id, document } = await params;
  const page = z.coerce
    .number()
    .int()
    .min(1)
    .max(50)
    .catch(1)
    .parse((await searchParams).hoja);
  if (!z.uuid().safeParse(id).success || !z.uuid().safeParse(document).success) notFound();
  const asked = { reportId: id, documentId: document, page };
  const opened = await openDocument(staff, asked, wallClock).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "not_found") notFound();
    return error;
  });
  const t = translator(locale, "documents");
  const head = (
    <p>
      <a href={`/equipo/reportes/${id}`}>{t("back")}</a>
    </p>
  );
  if (opened instanceof Refusal) {
    return (
      <>
        {head}
        <h1>{t("notShown")}</h1>
        <p>{translator(locale, "refusals")(opened.code, opened.values)}</p>
      </>
    );
  }
  const name = opened.name || t("unnamed");
  const to = (hoja: number) => `/equipo/reportes/${id}/documentos/${document}?hoja=${hoja}`;
  const others = [
    ...(page > 1 ? [{ href: to(page - 1), label: t("previous"), isCurrent: false }] : []),
    ...(page < opened.pages ? [{ href: to(page + 1), label: t("next"), isCurrent: false }] : []),
  ];
  return (
    <>
      {head}
      <h1 className="breakable">{name}</h1>
      <p className="note">{t("safe")}</p>
      <p>{t("page", { page, pages: opened.pages })}</p>
      {others.length > 0 && <Views label={t("title")} views={others} />}
      <img
        className="document"
        src={`data:image/jpeg;base64,${opened.picture.toString("base64")}`}
        alt={t("picture", { page, name })}
      />
      <p className="note">
        {t("hash")} <code className="breakable">{opened.sha256}</code>
      </p>
    </>
  );
}
