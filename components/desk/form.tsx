"use client";

import { createContext, useActionState, useContext, useEffect, useRef } from "react";
import { type FormState, type Sent, STEP_UP, sentOf } from "@/lib/core/form";
import type { Locale } from "@/lib/i18n/locales";
import enForms from "@/lib/i18n/messages/en/forms.json";
import enRefusals from "@/lib/i18n/messages/en/refusals.json";
import esForms from "@/lib/i18n/messages/es/forms.json";
import esRefusals from "@/lib/i18n/messages/es/refusals.json";

interface Answer {
  id: string;
  errors: Record<string, string>;
  sent: Sent | null;
}

const AnswerContext = createContext<Answer>({ id: "", errors: {}, sent: null });

/** What the server answered to the form around a field: its problem, and what was typed before. */
export function useAnswer(name: string) {
  const { id, errors, sent } = useContext(AnswerContext);
  const typed = sent?.[name] ?? sent?.[`${name}[]`];
  return {
    fieldId: `${id}-${name.replaceAll(".", "-")}`,
    error: errors[name],
    typed,
    answered: sent !== null,
  };
}

const texts = {
  es: { form: esForms, refusals: esRefusals as Record<string, string> },
  en: { form: enForms, refusals: enRefusals as Record<string, string> },
};

/** Without script the browser posts to the action itself, so what the server draws must be the action. */
const IS_DRAWN_HERE = typeof window !== "undefined";

type Act = (before: FormState, form: FormData) => Promise<FormState>;

/** The action, except that a line cut or a proxy's page in the middle becomes an answer: what was typed stays. What the server says, and where it leads, bears a digest. */
const answered =
  (action: Act): Act =>
  async (before, form) => {
    try {
      return await action(before, form);
    } catch (error) {
      if (!(error instanceof Error) || "digest" in error) throw error;
      const typed = [...new Set(form.keys())].filter((name) => !UNKEPT.test(name));
      return { state: "lost", sent: sentOf(form, typed) };
    }
  };

/** Never put back: codes, passphrases, the token, the framework's own. */
const UNKEPT = /^\$|^csrf$|^stepUp$|passphrase|totp|code/i;

interface DeskFormProps {
  /** Start of the ids of its fields; unique on the page. */
  id: string;
  action: Act;
  csrf: string;
  locale: Locale;
  /** Fixed values that travel with it: which case, which decision. */
  hidden?: Record<string, string>;
  /** Names of the boxes, for the summary of what must be mended. */
  labels?: Record<string, string>;
  /** Where what a refusal says is missing can be mended, by its code. */
  mends?: Record<string, string>;
  className?: string;
  children: React.ReactNode;
}

/**
 * A form of the desk: posts with or without script, says above everything what was refused or must be mended, or that no answer came,
 * with the same words at each box, and keeps what was typed. Never says "done" by itself: the page it leads to does.
 */
export function DeskForm({
  id,
  action,
  csrf,
  locale,
  hidden,
  labels = {},
  mends = {},
  className,
  children,
}: DeskFormProps) {
  const [answer, post, isPosting] = useActionState(IS_DRAWN_HERE ? answered(action) : action, {
    state: "new",
  });
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [answer]);
  const { form, refusals } = texts[locale];
  const problems = answer.state === "invalid" ? answer.errors : {};
  const errors = Object.fromEntries(
    Object.entries(problems).map(([name, code]) => [
      name,
      form.problems[code as "required"] ?? form.problems.invalid,
    ]),
  );
  const sent = "sent" in answer ? answer.sent : null;
  return (
    <form id={id} action={post} className={className} aria-busy={isPosting} noValidate>
      <input type="hidden" name="csrf" value={csrf} />
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {answer.state === "refused" && (
        <div ref={summary} className="problems" role="alert" tabIndex={-1}>
          <h3>{form.refused}</h3>
          <p>{sentence(refusals[answer.code] ?? refusals.not_found ?? answer.code, answer.values)}</p>
          <Mend href={mends[answer.code]} words={form.goThere} />
          {typeof answer.values.also === "string" && (
            <>
              <p>{form.alsoMissing}</p>
              <ul>
                {answer.values.also.split(" ").map((code) => (
                  <li key={code}>
                    {refusals[code] ?? code} <Mend href={mends[code]} words={form.goThere} />
                  </li>
                ))}
              </ul>
            </>
          )}
          {answer.code === "looks_like" && (
            <p>
              <a href={`/equipo/casos/${answer.values.reference}`}>{answer.values.reference}</a>
            </p>
          )}
          {answer.code === "step_up_needed" && (
            <p>
              <label htmlFor={`${id}-factor`}>{form.factor}</label>
              <input
                id={`${id}-factor`}
                name={STEP_UP}
                className="box"
                inputMode="numeric"
                autoComplete="one-time-code"
              />
            </p>
          )}
        </div>
      )}
      {answer.state === "done" && answer.told && (
        <div className="told" role="status">
          <p>{form.toldOnce}</p>
          <ul>
            {answer.told.map((line) => (
              <li key={line}>
                <code>{line}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      {answer.state === "lost" && (
        <div ref={summary} className="problems" role="alert" tabIndex={-1}>
          <h3>{form.lost}</h3>
          <p>{form.lostWhat}</p>
        </div>
      )}
      {answer.state === "invalid" && (
        <div ref={summary} className="problems" role="alert" tabIndex={-1}>
          <h3>{form.mend}</h3>
          <ul>
            {Object.entries(errors).map(([name, text]) => (
              <li key={name}>
                <a href={`#${id}-${name.replaceAll(".", "-")}`}>
                  {labels[name] ? `${labels[name]}: ${text}` : text}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <AnswerContext value={{ id, errors, sent }}>{children}</AnswerContext>
    </form>
  );
}

function Mend({ href, words }: { href?: string; words: string }) {
  return href ? <a href={href}>{words}</a> : null;
}

const sentence = (text: string, values: Record<string, string | number>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
