import type { Metadata } from "next";
import { ContactLines } from "@/components/shell/contact-lines";
import { contacts } from "@/lib/core/env";
import { dayName } from "@/lib/i18n/dates";
import { type Locale, localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import type { Site } from "@/lib/opendata/site/schema";
import { safePage } from "../safe-page";

interface Props {
  params: Promise<{ locale: string }>;
}

const sections = [
  { id: "que-hace", key: "does", lines: ["does1", "does2", "does3", "does4"] },
  { id: "que-no-es", key: "not", lines: ["not1", "not2", "not3"] },
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale), "about")("title")} · Vigilia` };
}

/** Who keeps this registry, what it does and does not, its limits and whom to write to. Nothing here that the program does not do. */
export default async function About({ params }: Props) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "about");
  const to = (name: Parameters<typeof href>[1]) => (words: React.ReactNode) => (
    <a href={href(locale, name)}>{words}</a>
  );
  return safePage({ locale, path: "/acerca" }, async (site) => {
    const press = contacts("PRESS");
    return (
      <div className="sheet pt-8">
        <h1>{t("title")}</h1>
        <p className="mt-3">{t("lead")}</p>
        <section id="quien" className="entry flow">
          <h2>{t("whoTitle")}</h2>
          <p>{t("who", { organisation: site?.organisation || "Vigilia" })}</p>
          <h3>{t("nameTitle")}</h3>
          <p>{t("name")}</p>
        </section>
        {sections.map(({ id, key, lines }) => (
          <section key={id} id={id} className="entry flow">
            <h2>{t(`${key}Title`)}</h2>
            {lines.map((line) => (
              <p key={line}>{t(line)}</p>
            ))}
          </section>
        ))}
        <section id="reglas" className="entry flow">
          <h2>{t("decideTitle")}</h2>
          <p>
            {t.rich("decide", { method: to("metodo"), changes: to("cambios"), glossary: to("glosario") })}
          </p>
        </section>
        <section id="limites" className="entry flow">
          <h2>{t("limitsTitle")}</h2>
          <p>{t("limits1")}</p>
          <p>{t("limits2", { coverage: coverageWords(locale, site) })}</p>
          <p>{t("limits3")}</p>
        </section>
        <section id="programa" className="entry flow">
          <h2>{t("programTitle")}</h2>
          <p>{t("program")}</p>
        </section>
        <section id="contacto" className="entry flow">
          <h2>{t("contactTitle")}</h2>
          <p>{t(press.length > 0 ? "contactPress" : "contactNone")}</p>
          <ContactLines addresses={press} />
          <p className="screen-only">
            {t.rich("contactMore", {
              privacy: to("privacidad"),
              verify: to("verificar-sitio"),
              press: to("prensa"),
            })}
          </p>
        </section>
      </div>
    );
  });
}

function coverageWords(locale: Locale, site: Site | null): string {
  const t = translator(locale, "about");
  if (!site?.coverage) return t("coverageNone");
  const { since, until } = site.coverage;
  if (!until) return t("coverageOpen", { since: dayName(locale, since) });
  return t("coverageClosed", { since: dayName(locale, since), until: dayName(locale, until) });
}
