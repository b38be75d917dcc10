import type { Metadata } from "next";
import { DeskForm } from "@/components/desk/form";
import { SheetFields } from "@/components/desk/paper/sheet-fields";
import { SheetKeys } from "@/components/desk/paper/sheet-keys";
import { momentText } from "@/components/desk/when";
import { Button } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import { type DeskVisit, deskLocale, enterDesk } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/messages";
import { listSheets } from "@/lib/vetting/paper/queries";
import { slipText } from "@/lib/vetting/paper/rules";
import type { SheetRow } from "@/lib/vetting/paper/schema";
import { destroy, see, transcribe } from "./actions";

const acts = ["saved", "late", "destroyed", "seen"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "paper")("title") };
}

/** Transcribing paper by keyboard alone, and the papers that are still to be destroyed. */
export default async function PaperPage({ searchParams }: { searchParams: Promise<{ hecho?: string }> }) {
  const visit = await enterDesk("paper.transcribe");
  const { staff, csrf, locale } = visit;
  const { hecho } = await searchParams;
  const { rows, unused } = await listSheets(staff);
  const t = translator(locale, "paper");
  const f = translator(locale, "family");
  const s = translator(locale, "steps");
  const act = acts.find((one) => one === hecho);
  return (
    <>
      {act && (
        <p className="done" role="status">
          {t(`did.${act}`)}
        </p>
      )}
      <h1>{t("title")}</h1>
      <p className="note">{t("lead")}</p>
      <p className="note">
        {t("unused", { n: unused })}{" "}
        <a href="/equipo/planilla/hojas">{translator(locale, "sheet")("link")}</a>
      </p>
      <DeskForm
        id="planilla"
        action={transcribe}
        csrf={csrf}
        locale={locale}
        className="max-w-[52rem]"
        labels={{
          number: t("number"),
          takenOn: t("takenOn"),
          store: t("store"),
          count: t("count"),
          "person.givenNames": f("person.givenNames"),
          "person.idKind": f("person.idKind"),
          "person.idNumber": f("person.idNumber"),
          "person.birthYear": f("person.birthYear"),
          "person.approxAge": f("person.approxAge"),
          "detention.day": f("detention.day"),
          "detention.month": f("detention.month"),
          "detention.year": f("detention.year"),
          "court.day": s("court.hearing"),
          "court.month": s("court.hearing"),
          "court.year": s("court.hearing"),
          "contact.way": s("contact.way"),
          "contact.address": s("contact.address"),
          "contact.until": s("contact.until"),
        }}
      >
        <SheetKeys key={rows.at(-1)?.id}>
          <SheetFields locale={locale} />
          <div>
            <Button aria-keyshortcuts="Control+Enter">
              {t("save")} <kbd className="key">{t("saveKeys")}</kbd>
            </Button>
          </div>
        </SheetKeys>
      </DeskForm>
      <section className="entry" id="papeles">
        <h2>{t("papers")}</h2>
        {rows.length === 0 ? (
          <p className="empty">{t("papersEmpty")}</p>
        ) : (
          <Papers rows={rows} visit={visit} />
        )}
      </section>
    </>
  );
}

function Papers({ rows, visit: { staff, csrf, locale } }: { rows: SheetRow[]; visit: DeskVisit }) {
  const t = translator(locale, "paper");
  return (
    <Table
      cards
      caption={t("papersCaption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "number", head: t("number"), cell: (row) => slipText(row.number) },
        {
          key: "transcribed",
          head: t("transcribed"),
          cell: (row) => (
            <>
              {t("by", { moment: momentText(row.transcribedAt, locale), who: row.transcribedBy })}
              {row.late && <strong className="waits"> {t("late")}</strong>}
            </>
          ),
        },
        {
          key: "state",
          head: t("state"),
          cell: (row) => (row.destroyedBy === null ? t("waits") : t("destroyedBy", { who: row.destroyedBy })),
        },
        {
          key: "act",
          head: t("act"),
          cell: (row) =>
            row.destroyedBy === staff.username ? null : (
              <DeskForm
                id={`papel-${row.id}`}
                action={row.destroyedBy === null ? destroy : see}
                csrf={csrf}
                locale={locale}
                hidden={{ id: row.id }}
              >
                <Button plain>{t(row.destroyedBy === null ? "destroy" : "see")}</Button>
              </DeskForm>
            ),
        },
      ]}
    />
  );
}
