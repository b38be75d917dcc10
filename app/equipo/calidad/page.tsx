import type { Metadata } from "next";
import { z } from "zod";
import { QualityTable } from "@/components/desk/lists/quality-table";
import { Views } from "@/components/desk/views";
import { Pagination } from "@/components/ui/pagination";
import { deskLocale, enterDesk } from "@/lib/auth/session";
import { contradictions } from "@/lib/cases/marks/schema";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { listQuality } from "@/lib/vetting/lists/quality/queries";
import { qualityKinds } from "@/lib/vetting/lists/quality/schema";
import { COUNTED } from "@/lib/vetting/lists/schema";

type Asked = { ver?: string; desde?: string };

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await deskLocale(), "lists")("quality.title") };
}

/** What cases lack and where they contradict themselves, one kind at a time; the kind and the page are in the address. */
export default async function QualityPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const { staff, locale } = await enterDesk("list.read");
  const { ver, desde } = await searchParams;
  const after = z.uuid().safeParse(desde).data ?? null;
  const asked = qualityKinds.find((kind) => kind === ver) ?? null;
  const { kind, rows, counts, next, isBehind } = await listQuality(staff, asked, wallClock, after);
  const t = translator(locale, "lists");
  const address = (to: string) => `/equipo/calidad?ver=${to}`;
  const views = (kinds: typeof qualityKinds) =>
    kinds.flatMap((one) => {
      const n = counts[one];
      if (n === 0 && one !== kind) return [];
      const count = n > COUNTED ? t("moreThan", { n: COUNTED }) : n;
      return [{ href: address(one), label: t(`quality.kinds.${one}`), count, isCurrent: one === kind }];
    });
  const [wrong, missing] = [
    views(contradictions),
    views(qualityKinds.filter((one) => !contradictions.includes(one))),
  ];
  return (
    <>
      <h1>{t("quality.title")}</h1>
      <p className="note">{t("quality.lead")}</p>
      {isBehind && <p className="note">{t("quality.behind")}</p>}
      {wrong.length > 0 && <Views label={t("quality.contradictions")} views={wrong} />}
      {missing.length > 0 && <Views label={t("quality.missing")} views={missing} />}
      {kind === null ? (
        <p className="empty">{t("quality.none")}</p>
      ) : (
        <>
          <h2>
            {t(contradictions.includes(kind) ? "quality.contradictions" : "quality.missing")}:{" "}
            {t(`quality.kinds.${kind}`)}
          </h2>
          {rows.length === 0 ? (
            <p className="empty">{t("quality.empty")}</p>
          ) : (
            <QualityTable rows={rows} kind={kind} locale={locale} />
          )}
          <Pagination
            label={t("pages")}
            first={after ? { href: address(kind), text: t("first") } : null}
            next={next ? { href: `${address(kind)}&desde=${next}`, text: t("next") } : null}
          />
        </>
      )}
    </>
  );
}
