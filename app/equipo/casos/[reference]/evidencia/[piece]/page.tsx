import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { CasePages } from "@/components/desk/case-pages";
import { FilePane } from "@/components/desk/evidence/file-pane";
import { ItemHead } from "@/components/desk/evidence/item-head";
import { enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { translator } from "@/lib/i18n/messages";
import { lookAsked } from "@/lib/vetting/documents/schema";
import { openPiece } from "@/lib/vetting/evidence/queries";
import { foundOr404 } from "../../../../found";
import { givingProblem } from "../problems";
import { FileActs } from "./file-acts";
import { ItemActs } from "./item-acts";
import { Reading } from "./reading";

interface Props {
  params: Promise<{ reference: string; piece: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const acts = ["brought", "read", "graded", "promoted", "tied", "untied", "withdrawn", "marked"] as const;

/** The title stays in the history of a browser: the reference, never the name. */
export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  return { title: decodeURIComponent((await params).reference) };
}

/**
 * One piece of what a case stands on: its file as a new picture inside the answer itself, what it is and how it was judged, the facts it
 * is tied to, through whose hands it went. What is hard to look at is not sent until somebody asks, and what is closed to nobody.
 */
export default async function PiecePage({ params, searchParams }: Props) {
  const visit = await enterDesk("evidence.open");
  const { staff, locale } = visit;
  const { piece, ...at } = await params;
  const reference = decodeURIComponent(at.reference);
  const asked = await searchParams;
  const look = lookAsked.parse(asked);
  if (!z.uuid().safeParse(piece).success) notFound();
  const which = { reference, piece, page: look.hoja, asked: look.ver === "si" };
  const shown = await foundOr404(openPiece(staff, which, wallClock));
  const { found, item, file, opened } = shown;
  const t = translator(locale, "evidence");
  const act = acts.find((one) => one === asked.hecho);
  const path = `/equipo/casos/${encodeURIComponent(reference)}/evidencia/${piece}`;
  const name = opened instanceof Refusal ? "" : (opened?.name ?? "");
  return (
    <>
      <CasePages reference={reference} current="/evidencia" staff={staff} locale={locale} />
      <p>
        <a href={`/equipo/casos/${reference}/evidencia`}>{t("back")}</a>
      </p>
      {act && (
        <p className="done" role="status">
          {t(`did.${act}`)}
        </p>
      )}
      <h1 className="breakable">{item?.words.title ?? (name || t("file.unnamed"))}</h1>
      <div className="panes case">
        <div>
          {item && <ItemHead item={item} locale={locale} />}
          {file && <FilePane file={file} opened={opened} look={look} path={path} locale={locale} />}
        </div>
        <div>
          {file && item === null && file.closed === null && opened !== null && (
            <Reading found={found} documentId={file.id} visit={visit} />
          )}
          {item && <ItemActs item={item} file={file} found={found} visit={visit} />}
          {file && (
            <FileActs
              piece={piece}
              path={path}
              file={file}
              opened={opened}
              found={found}
              problem={givingProblem(asked.problema)}
              visit={visit}
            />
          )}
        </div>
      </div>
    </>
  );
}
