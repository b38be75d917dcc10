import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Custody } from "@/components/desk/evidence/custody";
import { Original } from "@/components/desk/evidence/original";
import { Veil } from "@/components/desk/evidence/veil";
import { Viewer } from "@/components/desk/evidence/viewer";
import { DeskForm } from "@/components/desk/form";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { translator } from "@/lib/i18n/messages";
import { openDocument } from "@/lib/vetting/documents/queries";
import { lookAsked } from "@/lib/vetting/documents/schema";
import { mark } from "./actions";
import { originalProblem } from "./original/problems";

interface DocumentPageProps {
  params: Promise<{ id: string; document: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "documents")("title") };
}

/**
 * A document a family sent: one page as a new picture inside the answer itself, what is known of the file, through whose hands it
 * went, and the file itself for whoever may take it. What is hard to look at is not opened until somebody asks.
 */
export default async function DocumentPage({ params, searchParams }: DocumentPageProps) {
  const { staff, locale, csrf } = await enterDesk("report.open");
  const { id, document } = await params;
  const asked = await searchParams;
  const look = lookAsked.parse(asked);
  if (!z.uuid().safeParse(id).success || !z.uuid().safeParse(document).success) notFound();
  const which = { reportId: id, documentId: document, page: look.hoja, asked: look.ver === "si" };
  const opened = await openDocument(staff, which, wallClock).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "not_found") notFound();
    return error;
  });
  const t = translator(locale, "documents");
  const path = `/equipo/reportes/${id}/documentos/${document}`;
  const original = may(staff, "document.original") && (
    <Original
      path={`${path}/original`}
      csrf={csrf}
      problem={originalProblem(asked.problema)}
      locale={locale}
    />
  );
  const back = (
    <p>
      <a href={`/equipo/reportes/${id}`}>{t("back")}</a>
    </p>
  );
  if (opened instanceof Refusal) {
    return (
      <>
        {back}
        <h1>{t("notShown")}</h1>
        <p>{translator(locale, "refusals")(opened.code, opened.values)}</p>
        {original}
      </>
    );
  }
  const { picture, pages, graphic, kind, bytes, sha256, receivedAt, custody } = opened;
  const name = opened.name || t("unnamed");
  return (
    <>
      {back}
      <h1 className="breakable">{name}</h1>
      <p className="note">{t("safe")}</p>
      <Veil graphic={graphic} isOpen={picture !== null} look={look} path={path} locale={locale} />
      <div className="panes case">
        <div>
          {picture && pages !== null && (
            <Viewer
              picture={picture}
              pages={pages}
              look={look}
              path={path}
              label={t("picture", { page: look.hoja, name })}
              locale={locale}
            />
          )}
        </div>
        <div>
          <p className="note">
            {t("kind", { kind, size: `${Math.max(1, Math.round(bytes / 1000))} KB` })} · {t("hash")}{" "}
            <code className="breakable">{sha256}</code>
          </p>
          <DeskForm
            id="marcar"
            action={mark}
            csrf={csrf}
            locale={locale}
            hidden={{ reportId: id, documentId: document, graphic: graphic ? "no" : "yes" }}
          >
            <Button plain>{t(graphic ? "unmark" : "mark")}</Button>
          </DeskForm>
          <Custody receivedAt={receivedAt} acts={custody} locale={locale} />
          {original}
        </div>
      </div>
    </>
  );
}
