import { openRoute } from "@/lib/core/answer";
import { localeOf } from "@/lib/i18n/locales";
import { readFeed } from "@/lib/opendata/feeds/queries";

export const dynamic = "force-dynamic";

/** What authorities said beside what others counted, for whoever follows them. */
export const GET = openRoute(async (_request, { params }: { params: Promise<{ locale: string }> }) => ({
  shown: await readFeed("comparisons", localeOf((await params).locale)),
  filename: "vigilia-comparisons.xml",
}));
