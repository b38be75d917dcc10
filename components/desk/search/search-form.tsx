import { DeskForm } from "@/components/desk/form";
import { Key } from "@/components/desk/keys/key";
import { Button } from "@/components/ui/button";
import type { DeskVisit } from "@/lib/auth/session";
import type { FormState } from "@/lib/core/form";
import { translator } from "@/lib/i18n/messages";

interface SearchFormProps {
  visit: DeskVisit;
  action: (before: FormState, form: FormData) => Promise<FormState>;
  /** What was looked for; null where nothing was yet. */
  words: string | null;
  /** It stands on a page that has more to do: nobody is put into the box. */
  stays?: boolean;
}

/** The box in which somebody is looked for; it posts, so that what is typed stands in no address and no history. */
export function SearchForm({ visit: { csrf, locale }, action, words, stays }: SearchFormProps) {
  const t = translator(locale, "desk-search");
  return (
    <DeskForm
      key={words ?? ""}
      id="busqueda"
      action={action}
      csrf={csrf}
      locale={locale}
      labels={{ buscar: t("box") }}
      className="search"
    >
      <label htmlFor="buscar">
        {t("box")} <Key of="/" />
      </label>
      <input
        id="buscar"
        data-key="/"
        name="buscar"
        className="box"
        defaultValue={words ?? ""}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        aria-describedby="buscar-como"
        // biome-ignore lint/a11y/noAutofocus: whoever pressed the key of the search came to type.
        autoFocus={words === null && !stays}
      />
      <Button plain>{t("submit")}</Button>
      <p id="buscar-como" className="note w-full">
        {t("how")}
      </p>
    </DeskForm>
  );
}
