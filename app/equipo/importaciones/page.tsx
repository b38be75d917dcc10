import type { Metadata } from "next";
import { BatchRows } from "@/components/desk/imports/batch-rows";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { listBatches } from "@/lib/cases/exchange/batches/list/queries";
import { translator } from "@/lib/i18n/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "imports")("desk.title") };
}

/** The batches that were brought in: those that wait for a second person, and what became of the others. */
export default async function ImportsPage() {
  const { staff, locale } = await enterDesk("import.read");
  const t = translator(locale, "imports");
  const batches = await listBatches(staff);
  return (
    <div className="flow pb-10">
      <h1>{t("desk.title")}</h1>
      <p>{t("desk.lead")}</p>
      {batches.length === 0 ? (
        <p className="empty">{t("desk.none")}</p>
      ) : (
        <BatchRows locale={locale} batches={batches} />
      )}
    </div>
  );
}
