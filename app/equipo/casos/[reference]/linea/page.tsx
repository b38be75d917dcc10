import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Timeline } from "@/components/desk/timeline";
import { Views } from "@/components/desk/views";
import { enterDesk } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { translator } from "@/lib/i18n/messages";
import { findCaseForDesk } from "@/lib/vetting/cases/queries";
import { orders } from "@/lib/vetting/cases/timeline/rules";

interface TimelinePageProps {
  params: Promise<{ reference: string }>;
  searchParams: Promise<{ orden?: string }>;
}

const words = { effective: "ocurrido", known: "sabido" } as const;

/** The title stays in the history of a browser: the reference, never the name. */
export async function generateMetadata({ params }: Pick<TimelinePageProps, "params">): Promise<Metadata> {
  return { title: decodeURIComponent((await params).reference) };
}

/** The facts of one case as they happened, or as the registry came to know them: one list in two orders. */
export default async function TimelinePage({ params, searchParams }: TimelinePageProps) {
  const { staff, locale } = await enterDesk("case.read");
  const reference = decodeURIComponent((await params).reference);
  const found = await findCaseForDesk(staff, reference, wallClock).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    throw error;
  });
  const t = translator(locale, "desk");
  const { orden } = await searchParams;
  const order = orders.find((one) => words[one] === orden) ?? "effective";
  return (
    <>
      <p>
        <a href={`/equipo/casos/${reference}`}>{t("fact.back")}</a>
      </p>
      <h1>
        {t("timeline.title")} <span className="num">{reference}</span>
      </h1>
      <Views
        label={t("timeline.order")}
        views={orders.map((one) => ({
          href: `/equipo/casos/${reference}/linea?orden=${words[one]}`,
          label: t(`timeline.orders.${one}`),
          isCurrent: one === order,
        }))}
      />
      {found.facts.length === 0 ? (
        <p className="empty">{t("fact.none")}</p>
      ) : (
        <Timeline facts={found.facts} order={order} locale={locale} />
      )}
    </>
  );
}
