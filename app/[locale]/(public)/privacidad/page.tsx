import type { Metadata } from "next";
import { replyDoor } from "@/components/shell/family-door";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { keptFor } from "@/lib/opendata/site/rules";
import { safePage } from "../safe-page";

interface Props {
  params: Promise<{ locale: string }>;
}

/** The anchors are the same in both languages and never change: paper and other pages cite them. */
const sections = [
  { id: "lectores", key: "readers", lines: ["readers1", "readers2", "readers3"] },
  {
    id: "familias",
    key: "families",
    lines: ["families1", "families2", "families3", "families4", "families5"],
  },
  {
    id: "personas",
    key: "people",
    lines: ["people1", "people2", "people3", "people4", "people5", "people6"],
  },
  { id: "equipo", key: "team", lines: ["team1"] },
  { id: "nunca", key: "never", lines: ["never1", "never2", "never3", "never4", "never5"], list: true },
  { id: "borrar", key: "erase", lines: ["erase1", "erase2"] },
  { id: "limites", key: "limits", lines: ["limits1", "limits2", "limits3"] },
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale), "privacy")("title")} · Vigilia` };
}

/** What is kept of whom, who can open it, what never is; the terms are the constants the program itself goes by. */
export default async function Privacy({ params }: Props) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "privacy");
  const values = {
    ...keptFor,
    cells: (words: React.ReactNode) => <a href={`${href(locale, "metodo")}#celdas`}>{words}</a>,
    reply: (words: React.ReactNode) => <a href={replyDoor(locale)}>{words}</a>,
    verify: (words: React.ReactNode) => <a href={href(locale, "verificar-sitio")}>{words}</a>,
  };
  return safePage({ locale, path: "/privacidad" }, async () => (
    <div className="sheet pt-8">
      <h1>{t("title")}</h1>
      <p className="mt-3">{t("lead")}</p>
      {sections.map((section) => (
        <section key={section.id} id={section.id} className="entry flow">
          <h2>{t(`${section.key}Title`)}</h2>
          {"list" in section ? (
            <ul className="rows">
              {section.lines.map((line) => (
                <li key={line}>{t(line)}</li>
              ))}
            </ul>
          ) : (
            section.lines.map((line) => <p key={line}>{t.rich(line, values)}</p>)
          )}
        </section>
      ))}
    </div>
  ));
}
