import { openRoute } from "@/lib/core/answer";
import { localeOf } from "@/lib/i18n/locales";
import { readFeed } from "@/lib/opendata/feeds/queries";

export const dynamic = "force-dynamic";

/** Why the number changed, balance by balance, corrections among them, for whoever follows them. */
export const GET = openRoute(async (_request, { params }: { params: Promise<{ locale: string }> }) => ({
  shown: await readFeed("changes", localeOf((await params).locale)),
  filename: "vigilia-changes.xml",
}));
