import type { Metadata } from "next";
import { FrozenFiles } from "@/components/downloads/frozen-files";
import { LiveFiles } from "@/components/downloads/live-files";
import { origin } from "@/lib/core/env";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { tableFiles } from "@/lib/opendata/balances/files/queries";
import { latestTotal } from "@/lib/opendata/balances/latest/queries";
import { countRows, weighFiles } from "@/lib/opendata/dictionary/queries";
import { safePage } from "../safe-page";

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale), "data")("title")} · Vigilia` };
}

/** Everything published, as files: what each holds, under which licence, and how to ask for it. */
export default async function Data({ params }: Props) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "data");
  return safePage({ locale, path: "/datos" }, async () => {
    const [rows, latest] = await Promise.all([countRows(), latestTotal()]);
    const [files, weights] = latest
      ? await Promise.all([tableFiles(latest.slug), weighFiles(latest.slug)])
      : [[], {}];
    const site = origin("PUBLIC");
    return (
      <div className="sheet pt-8">
        <h1>{t("title")}</h1>
        <p className="mt-3">{t("lead")}</p>
        <p className="mt-3 flex flex-wrap gap-x-6">
          <a href={pathTo(locale, "/datos/diccionario")}>{t("dictionary")}</a>
          <a href={pathTo(locale, "/datos/api")}>{t("api")}</a>
          <a href="/api/v1/openapi.json">{t("openapi")}</a>
        </p>
        <section className="entry flow">
          <h2>{t("liveTitle")}</h2>
          <p className="note">{t("liveNote")}</p>
          {latest && <p className="note">{t("liveHashes", { slug: latest.slug })}</p>}
          <LiveFiles locale={locale} rows={rows} weights={weights} />
        </section>
        <section className="entry flow">
          <h2>{latest ? t("frozenTitle", { slug: latest.slug }) : t("addressTitle")}</h2>
          <p className="note">{t(latest ? "frozenNote" : "frozenNone")}</p>
          {latest && <FrozenFiles locale={locale} slug={latest.slug} files={files} />}
          <p>{t("addressNote")}</p>
        </section>
        <section className="entry flow">
          <h2>{t("licenceTitle")}</h2>
          <p>{t("licenceCc")}</p>
          <p>{t("licenceFacts")}</p>
          <p>{t("licenceTerms")}</p>
        </section>
        <section className="entry flow">
          <h2>{t("curlTitle")}</h2>
          <p className="note">{t("curlNote")}</p>
          {!site && <p className="note">{t("curlSite", { site: t("thisSite") })}</p>}
          <pre className="commands">{commands(site ?? t("thisSite"), latest?.slug)}</pre>
        </section>
      </div>
    );
  });
}

const commands = (site: string, slug = "2026-01-26") => `curl -O ${site}/api/v1/balances/${slug}/balance.zip
curl ${site}/api/v1/tallies?balance=${slug}
curl ${site}/api/v1/flows.csv?balance=${slug}
curl ${site}/api/v1/claims.csv?claimant=foro-penal
curl -H 'If-None-Match: "…"' -i ${site}/api/v1/series.csv?kind=restated`;
