import { DemoBanner } from "@/components/shell/demo-banner";
import { SkipLink } from "@/components/shell/skip-link";
import { may } from "@/lib/auth/permissions";
import type { DeskVisit } from "@/lib/auth/session";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { CsrfField } from "./csrf-field";
import { sections } from "./sections";

type Post = (form: FormData) => Promise<void>;

interface DeskFrameProps {
  locale: Locale;
  demonstration: boolean;
  /** Null at the door. */
  visit: DeskVisit | null;
  chooseLanguage: Post;
  leave: Post;
  children: React.ReactNode;
}

/** Around every page of the desk: who is signed in and as what, where they may go, the language, the way out. */
export function DeskFrame({ locale, demonstration, visit, chooseLanguage, leave, children }: DeskFrameProps) {
  const t = translator(locale, "staff");
  return (
    <>
      <SkipLink text={t("skip")} />
      {demonstration && <DemoBanner locale={locale} />}
      <header className="border-b border-linea bg-hueso">
        <div className="flex flex-wrap items-center gap-x-6 px-4">
          <a href="/equipo" className="wordmark">
            {t("name")}
          </a>
          {visit && <Sections visit={visit} t={t} />}
          <div className="ms-auto flex flex-wrap items-center gap-x-4">
            {visit && <a href="/equipo/cuenta">{t("signedInAs", nameOf(visit))}</a>}
            <form action={chooseLanguage}>
              <input type="hidden" name="locale" value={locale === "es" ? "en" : "es"} />
              <button type="submit" className="min-h-11 underline" lang={locale === "es" ? "en" : "es"}>
                {t("otherLanguage")}
              </button>
            </form>
            {visit && (
              <form action={leave}>
                <CsrfField token={visit.csrf} />
                <button type="submit" className="min-h-11 underline">
                  {t("signOut")}
                </button>
              </form>
            )}
          </div>
        </div>
      </header>
      <main id="contenido" className="px-4 pt-6">
        {children}
      </main>
    </>
  );
}

/** After G, the letter of a section; the search is at hand everywhere. */
const wayTo: Record<string, string> = {
  queue: "G C",
  cases: "G D",
  search: "/",
  messages: "G M",
  balances: "G B",
};

function Sections({ visit, t }: { visit: DeskVisit; t: ReturnType<typeof translator<"staff">> }) {
  return (
    <nav aria-label={t("sections")}>
      <ul className="flex flex-wrap gap-x-5">
        {sections
          .filter(({ toDo }) => may(visit.staff, toDo))
          .map(({ href, words }) => (
            <li key={href}>
              <a href={href} className="inline-block leading-[2.75rem]" data-key={wayTo[words]}>
                {t(words)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

const nameOf = ({ staff }: DeskVisit) => ({ username: staff.username, role: staff.role });
