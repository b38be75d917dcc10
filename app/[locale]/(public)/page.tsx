import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { safePage } from "./safe-page";

export default async function Home({ params }: { params: Promise<{ locale: string }> }) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "common");
  return safePage({ locale, path: "/" }, async () => (
    <div className="sheet">
      <h1>{t("tagline")}</h1>
    </div>
  ));
}
