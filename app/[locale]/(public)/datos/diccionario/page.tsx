import type { Metadata } from "next";
import { DescribedColumns } from "@/components/downloads/described-columns";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { describedFiles } from "@/lib/opendata/dictionary/schema";
import { safePage } from "../../safe-page";

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale), "data")("dictTitle")} · Vigilia` };
}

/** What each column of each file means, made from the shapes the files are written in. */
export default async function Dictionary({ params }: Props) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "data");
  return safePage({ locale, path: "/datos/diccionario" }, async () => (
    <div className="sheet pt-8">
      <h1>{t("dictTitle")}</h1>
      <p className="mt-3">{t("dictLead")}</p>
      <ul className="mt-3 flex flex-wrap gap-x-6">
        {describedFiles.map(({ name }) => (
          <li key={name}>
            <a href={`#${name}`} className="leading-11">
              {t(`files.${name}.title`)}
            </a>
          </li>
        ))}
      </ul>
      {describedFiles.map((file) => (
        <DescribedColumns key={file.name} locale={locale} file={file} />
      ))}
      <p className="screen-only mt-8">
        <a href={pathTo(locale, "/datos")}>{t("back")}</a>
      </p>
    </div>
  ));
}
