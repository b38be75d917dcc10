import type { Metadata } from "next";
import { NotFoundView } from "@/components/shell/not-found-view";
import { localeOf } from "@/lib/i18n/locales";
import { safePage } from "../safe-page";

export const metadata: Metadata = { title: "Vigilia", robots: { index: false, follow: false } };

/** What unknown, withdrawn and never-issued things answer, with status 404 from the proxy; the same bytes for all of them. */
export default async function Nowhere({ params }: { params: Promise<{ locale: string }> }) {
  const locale = localeOf((await params).locale);
  return safePage({ locale, path: "/" }, async () => <NotFoundView locale={locale} />);
}
