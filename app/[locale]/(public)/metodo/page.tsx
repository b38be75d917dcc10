import type { Metadata } from "next";
import { MethodParts } from "@/components/tally/method-parts";
import { MethodVersions } from "@/components/tally/method-versions";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { methodValues, quoteMethod } from "@/lib/opendata/method/rules";
import { safePage } from "../safe-page";

interface Props {
  params: Promise<{ locale: string }>;
}

/** The rules in the order a reader meets them. The anchors are the same in both languages and never change: others cite them. */
const sections = [
  { id: "quien-cuenta", key: "who", paragraphs: ["p1", "p2", "p3"] },
  { id: "no-cuenta", key: "not", paragraphs: ["p1", "p2", "p3"] },
  { id: "48-horas", key: "hours", paragraphs: ["p1", "p2"] },
  { id: "domiciliaria", key: "house", paragraphs: ["p1"] },
  { id: "desapariciones", key: "missing", paragraphs: ["p1", "p2"] },
  { id: "excarcelacion", key: "release", paragraphs: ["p1", "p2", "p3"] },
  { id: "otra-vez", key: "again", paragraphs: ["p1"] },
  { id: "verificar", key: "verify", paragraphs: ["p1", "p2", "p3"] },
  { id: "sabido", key: "known", paragraphs: ["p1", "p2"] },
  { id: "balances", key: "balances", paragraphs: ["p1", "p2"] },
  { id: "celdas", key: "cells", paragraphs: ["p1", "p2", "p3"] },
  { id: "comparar", key: "compare", paragraphs: ["p1"] },
  { id: "permiso", key: "permission", paragraphs: ["p1", "p2"] },
  { id: "muertes", key: "deaths", paragraphs: ["p1"] },
  { id: "correcciones", key: "corrections", paragraphs: ["p1", "p2"] },
  { id: "comprobar", key: "check", paragraphs: ["p1"] },
  { id: "licencia", key: "licence", paragraphs: ["p1"] },
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(localeOf((await params).locale), "method");
  return { title: `${t("title")} · Vigilia` };
}

/** The method for people who are not going to read the code; below, whole, for those who have to repeat a count. */
export default async function Method({ params }: Props) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "method");
  const quoted = quoteMethod();
  return safePage({ locale, path: "/metodo" }, async () => (
    <div className="sheet pt-8">
      <h1>{t("title")}</h1>
      <p className="mt-3">{t("version", methodValues)}</p>
      <p className="mt-3">
        <a href={href(locale, "glosario")}>{t("glossary")}</a>
      </p>
      <nav aria-label={t("contents")} className="screen-only mt-6">
        <ol className="columns">
          {sections.map(({ id, key }) => (
            <li key={id}>
              <a href={`#${id}`}>{t(`${key}.title`, methodValues)}</a>
            </li>
          ))}
        </ol>
      </nav>
      {sections.map(({ id, key, paragraphs }) => (
        <section key={id} id={id} className="entry flow">
          <h2>{t(`${key}.title`, methodValues)}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{t(`${key}.${paragraph}` as `${typeof key}.p1`, methodValues)}</p>
          ))}
        </section>
      ))}
      <section id="reglas" className="entry flow">
        <h2>{t("wholeTitle", methodValues)}</h2>
        <p>{t.rich("wholeLead", { a: (words) => <a href="/api/v1/method">{words}</a> })}</p>
      </section>
      <MethodParts locale={locale} title={t("rulesTitle")} parts={quoted.rules} />
      <MethodParts locale={locale} title={t("termsTitle")} parts={quoted.terms} />
      <MethodVersions locale={locale} quoted={quoted} />
    </div>
  ));
}
