import type { Metadata } from "next";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { methodValues } from "@/lib/opendata/method/rules";
import { safePage } from "../safe-page";

interface Props {
  params: Promise<{ locale: string }>;
}

/** Each term, its anchor and the clause of the method it rests on. Anchors are the same in both languages and never change. */
const terms = [
  { key: "politicalPrisoner", id: "presa-politica", rule: "quien-cuenta" },
  { key: "release", id: "excarcelacion", rule: "excarcelacion" },
  { key: "fullFreedom", id: "libertad-plena", rule: "excarcelacion" },
  { key: "measures", id: "medidas", rule: "excarcelacion" },
  { key: "houseArrest", id: "detencion-domiciliaria", rule: "domiciliaria" },
  { key: "orderNotExecuted", id: "orden-sin-cumplir", rule: "excarcelacion" },
  { key: "missing", id: "paradero-desconocido", rule: "desapariciones" },
  { key: "disappearance", id: "desaparicion-forzada", rule: "desapariciones" },
  { key: "short", id: "detencion-corta", rule: "48-horas" },
  { key: "redetained", id: "otra-vez", rule: "otra-vez" },
  { key: "death", id: "muerte-en-custodia", rule: "muertes" },
  { key: "minor", id: "menor", rule: "celdas" },
  { key: "amnesty", id: "amnistia", rule: "R16" },
  { key: "verified", id: "verificada", rule: "verificar" },
  { key: "notConfirmed", id: "no-confirmada", rule: "no-cuenta" },
  { key: "pending", id: "pendiente", rule: "no-cuenta" },
  { key: "origin", id: "origen", rule: "verificar" },
  { key: "balance", id: "balance", rule: "balances" },
  { key: "partial", id: "publicacion-parcial", rule: "balances" },
  { key: "cutOff", id: "corte", rule: "balances" },
  { key: "known", id: "sabido", rule: "sabido" },
  { key: "late", id: "registrada-despues", rule: "sabido" },
  { key: "account", id: "cuenta", rule: "R5" },
  { key: "stock", id: "numero-en-una-fecha", rule: "R1" },
  { key: "flow", id: "lo-ocurrido-en-un-periodo", rule: "R2" },
  { key: "claim", id: "declaracion", rule: "comparar" },
  { key: "announced", id: "anunciada", rule: "R17" },
  { key: "gap", id: "no-se-puede-calcular", rule: "R9" },
  { key: "atLeast", id: "al-menos", rule: "celdas" },
  { key: "notBroken", id: "no-se-desglosa", rule: "celdas" },
  { key: "coverage", id: "cobertura", rule: "balances" },
  { key: "reference", id: "referencia", rule: "permiso" },
  { key: "permission", id: "permiso", rule: "permiso" },
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale), "glossary")("title")} · Vigilia` };
}

/** What each word of the field means here, with the clause of the method that fixes it. */
export default async function Glossary({ params }: Props) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "glossary");
  const listed = terms
    .map((term) => ({ ...term, title: t(`terms.${term.key}.title`) }))
    .sort((a, b) => bare(a.title).localeCompare(bare(b.title), locale));
  return safePage({ locale, path: "/glosario" }, async () => (
    <div className="sheet pt-8">
      <h1>{t("title")}</h1>
      <p className="mt-3 mb-6">{t("lead")}</p>
      <dl className="terms">
        {listed.map(({ id, key, title, rule }) => (
          <div key={id} id={id} className="entry">
            <dt>
              <a href={`#${id}`}>{title}</a>
            </dt>
            <dd className="flow">
              <p>{t(`terms.${key}.text` as "terms.short.text", methodValues)}</p>
              <p className="note">
                <a href={`${href(locale, "metodo")}#${rule}`}>{t("rule")}</a>
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  ));
}

const bare = (title: string): string => title.replace(/^[«“]/, "");
