import { nounText } from "@/components/desk/act-text";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

interface TrailFilterProps {
  query: { quien?: string; que?: string; desde?: string; hasta?: string; caso?: string };
  choices: { actors: string[]; nouns: string[] };
  locale: Locale;
}

/** Narrows the record of acts by who, what, when and which case; the choice is the address, so it can be sent to a colleague. */
export function TrailFilter({ query, choices, locale }: TrailFilterProps) {
  const t = translator(locale, "staff");
  const pick = (
    name: "quien" | "que",
    text: string,
    options: string[],
    say: (one: string) => string = (one) => one,
  ) => (
    <p>
      <label htmlFor={name}>{text}</label>
      <select id={name} name={name} className="box" defaultValue={query[name] ?? ""}>
        <option value="">{t("auditAny")}</option>
        {options.map((one) => (
          <option key={one} value={one}>
            {say(one)}
          </option>
        ))}
      </select>
    </p>
  );
  const write = (name: "desde" | "hasta" | "caso", text: string, type: "date" | "text") => (
    <p>
      <label htmlFor={name}>{text}</label>
      <input
        id={name}
        name={name}
        type={type}
        className="box"
        defaultValue={query[name]}
        autoComplete="off"
      />
    </p>
  );
  return (
    <form method="get" className="filters">
      {pick("quien", t("auditWho"), choices.actors)}
      {pick("que", t("auditWhat"), choices.nouns, (noun) => nounText(noun, locale))}
      {write("desde", t("auditFrom"), "date")}
      {write("hasta", t("auditUntil"), "date")}
      {write("caso", t("auditCase"), "text")}
      <p>
        <Button plain>{t("auditShow")}</Button> <a href="/equipo/auditoria">{t("auditAll")}</a>
      </p>
    </form>
  );
}
