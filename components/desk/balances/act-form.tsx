"use client";

import { useActionState, useEffect, useRef } from "react";
import type { FormState } from "@/lib/core/form";
import type { Locale } from "@/lib/i18n/locales";
import enBalances from "@/lib/i18n/messages/en/balances.json";
import enRefusals from "@/lib/i18n/messages/en/refusals.json";
import esBalances from "@/lib/i18n/messages/es/balances.json";
import esRefusals from "@/lib/i18n/messages/es/refusals.json";

const texts = {
  es: { mend: esBalances.desk.mend, refusals: esRefusals as Record<string, string> },
  en: { mend: enBalances.desk.mend, refusals: enRefusals as Record<string, string> },
};

interface ActFormProps {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  csrf: string;
  locale: Locale;
  /** Which draft or declaration, when the act is about one. */
  about?: string;
  button: string;
  quiet?: boolean;
  children?: React.ReactNode;
}

/** One act on balances. Posts with or without script and says above its button why it was not accepted; keeps what was typed. */
export function ActForm({ action, csrf, locale, about, button, quiet, children }: ActFormProps) {
  const [answer, post, isPosting] = useActionState(action, { state: "new" });
  const { mend, refusals } = texts[locale];
  const form = useRef<HTMLFormElement>(null);
  // React empties the boxes after every answer; what was typed goes back in when it was not accepted.
  useEffect(() => {
    const sent = "sent" in answer ? answer.sent : {};
    for (const [name, [typed]] of Object.entries(sent)) {
      const box = form.current?.elements.namedItem(name);
      if (box instanceof HTMLInputElement || box instanceof HTMLSelectElement) box.value = typed ?? "";
    }
  }, [answer]);
  return (
    <form ref={form} action={post} className="grid max-w-[34rem] gap-4" aria-busy={isPosting}>
      <input type="hidden" name="csrf" value={csrf} />
      {about && <input type="hidden" name="id" value={about} />}
      {children}
      {answer.state === "refused" && (
        <p role="alert" className="notice notice-care">
          {sentence(refusals[answer.code] ?? answer.code, answer.values)}
        </p>
      )}
      {answer.state === "invalid" && (
        <p role="alert" className="notice notice-care">
          {mend}
        </p>
      )}
      <div>
        <button type="submit" className={quiet ? "button plain" : "button"} disabled={isPosting}>
          {button}
        </button>
      </div>
    </form>
  );
}

const sentence = (text: string, values: Record<string, string | number>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
