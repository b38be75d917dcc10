import type { ComponentProps } from "react";

interface Asked {
  /** Name of the field and start of its ids: `nombres` gives `#nombres`, where the error summary points. */
  name: string;
  label: string;
  hint?: string;
  /** The same words as in the error summary. */
  error?: string;
}

const describedBy = ({ name, hint, error }: Asked): string | undefined =>
  [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ") || undefined;

/** Label, hint and problem above the box, in that order, so that nobody must look for what is asked or what is wrong. */
export function FieldFrame({ asked, children }: { asked: Asked; children: React.ReactNode }) {
  return (
    <div className={asked.error ? "field bad" : "field"}>
      <label htmlFor={asked.name}>{asked.label}</label>
      <Asides asked={asked} />
      {children}
    </div>
  );
}

/** Hint and problem of a question, tied to its box by id. */
export function Asides({ asked }: { asked: Asked }) {
  return (
    <>
      {asked.hint && (
        <div id={`${asked.name}-hint`} className="hint">
          {asked.hint}
        </div>
      )}
      {asked.error && (
        <div id={`${asked.name}-error`} className="problem">
          {asked.error}
        </div>
      )}
    </>
  );
}

type TextProps = Asked & Omit<ComponentProps<"input">, "name" | "id">;

/** One line of text. Keeps what was typed through `defaultValue`; never a date picker, never a pattern that refuses a real name. */
export function TextField({ name, label, hint, error, ...input }: TextProps) {
  const asked = { name, label, hint, error };
  return (
    <FieldFrame asked={asked}>
      <input
        type="text"
        className="box"
        autoComplete="off"
        spellCheck={false}
        {...input}
        id={name}
        name={name}
        aria-describedby={describedBy(asked)}
        aria-invalid={error ? true : undefined}
      />
    </FieldFrame>
  );
}

type LongTextProps = Asked & Omit<ComponentProps<"textarea">, "name" | "id">;

/** Several lines in the person's own words. */
export function LongTextField({ name, label, hint, error, ...area }: LongTextProps) {
  const asked = { name, label, hint, error };
  return (
    <FieldFrame asked={asked}>
      <textarea
        className="box"
        autoComplete="off"
        spellCheck={false}
        {...area}
        id={name}
        name={name}
        aria-describedby={describedBy(asked)}
        aria-invalid={error ? true : undefined}
      />
    </FieldFrame>
  );
}

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

type SelectProps = Asked & {
  choices: readonly Choice[];
  /** The first row, chosen when nothing is: "No sabemos", "Todas". */
  empty?: string;
} & Omit<ComponentProps<"select">, "name" | "id">;

/** One of a long list. `empty` is an answer, not a prompt. */
export function SelectField({ name, label, hint, error, choices, empty, ...select }: SelectProps) {
  const asked = { name, label, hint, error };
  return (
    <FieldFrame asked={asked}>
      <select
        className="box"
        {...select}
        id={name}
        name={name}
        aria-describedby={describedBy(asked)}
        aria-invalid={error ? true : undefined}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
