import type { Metadata } from "next";
import { OneAddress } from "@/components/downloads/one-address";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { anchorOf, references } from "@/lib/opendata/reference/rules";
import { safePage } from "../../safe-page";

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale), "data")("apiTitle")} · Vigilia` };
}

/** The reference of the open API, drawn from its OpenAPI document as plain HTML. */
export default async function ApiReference({ params }: Props) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "data");
  return safePage({ locale, path: "/datos/api" }, async () => {
    const all = references();
    return (
      <div className="sheet pt-8">
        <h1>{t("apiTitle")}</h1>
        <p className="mt-3">{t("apiLead")}</p>
        <p className="mt-3">{t("apiGeneral", { open: "{", close: "}" })}</p>
        <p className="mt-3">
          <a href="/api/v1/openapi.json">{t("openapi")}</a>
        </p>
        <ul className="mt-3">
          {all.map(({ path }) => (
            <li key={path}>
              <a href={`#${anchorOf(path)}`} className="leading-11">
                <code className="break-all">{path}</code>
              </a>
            </li>
          ))}
        </ul>
        {all.map((one) => (
          <OneAddress key={one.path} locale={locale} one={one} />
        ))}
        <p className="screen-only mt-8">
          <a href={pathTo(locale, "/datos")}>{t("back")}</a>
        </p>
      </div>
    );
  });
}
