import type { Metadata } from "next";
import { EmbedFrame, Retired } from "@/components/tally/figure/embed-view";
import { origin } from "@/lib/core/env";
import { logFailure } from "@/lib/core/log";
import { localeOf } from "@/lib/i18n/locales";
import { findSite } from "@/lib/opendata/site/queries";

export const metadata: Metadata = { title: "Vigilia", robots: { index: false } };

/** What stands in the frame of a view that is none any more; with status 404, from the proxy. */
export default async function RetiredView({ params }: { params: Promise<{ locale: string }> }) {
  const locale = localeOf((await params).locale);
  const site = await findSite().catch((error: unknown) => {
    logFailure("site.unread", error, { zone: "public" });
    return null;
  });
  return (
    <EmbedFrame locale={locale} demonstration={site?.demonstration ?? false}>
      <Retired locale={locale} site={origin("PUBLIC") ?? ""} />
    </EmbedFrame>
  );
}
