"use client";

import { useAnswer } from "./form";
import { Key } from "./keys/key";

interface Asked {
  name: string;
  label: string;
  hint?: string;
  /** The key that leads to the box. */
  letter?: string;
}

function Frame({
  asked,
  fieldId,
  error,
  children,
}: {
  asked: Asked;
  fieldId: string;
  error?: string;
  children: React.ReactNode;
}) {
  return (
    <div className={error ? "field bad" : "field"}>
      <label htmlFor={fieldId}>
        {asked.label} {asked.letter && <Key of={asked.letter} />}
      </label>
      {asked.hint && (
        <span id={`${fieldId}-hint`} className="hint">
          {asked.hint}
        </span>
      )}
      {error && (
        <span id={`${fieldId}-error`} className="problem">
          {error}
        </span>
      )}
      {children}
    </div>
  );
}

const described = (fieldId: string, hint?: string, error?: string) =>
  [hint && `${fieldId}-hint`, error && `${fieldId}-error`].filter(Boolean).join(" ") || undefined;

/** One line. What was typed comes back when the form does. */
export function DeskText({
  value = "",
  type = "text",
  list,
  ...asked
}: Asked & {
  value?: string;
  type?: "text" | "date" | "time" | "number";
  /** Id of a datalist on the page: what may be chosen instead of written. */
  list?: string;
}) {
  const { fieldId, error, typed } = useAnswer(asked.name);
  return (
    <Frame asked={asked} fieldId={fieldId} error={error}>
      <input
        id={fieldId}
        key={typed?.[0]}
        name={asked.name}
        type={type}
        className="box"
        list={list}
        data-key={asked.letter}
        autoComplete="off"
        spellCheck={false}
        defaultValue={typed?.[0] ?? value}
        aria-describedby={described(fieldId, asked.hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Frame>
  );
}

/** A passphrase: never put back, never remembered by the form. */
export function DeskPassphrase(asked: Asked) {
  const { fieldId, error } = useAnswer(asked.name);
  return (
    <Frame asked={asked} fieldId={fieldId} error={error}>
      <input
        id={fieldId}
        name={asked.name}
        type="password"
        className="box"
        autoComplete="new-password"
        aria-describedby={described(fieldId, asked.hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Frame>
  );
}

/** Several lines of reasons. */
export function DeskArea({ value = "", rows = 3, ...asked }: Asked & { value?: string; rows?: number }) {
  const { fieldId, error, typed } = useAnswer(asked.name);
  return (
    <Frame asked={asked} fieldId={fieldId} error={error}>
      <textarea
        id={fieldId}
        key={typed?.[0]}
        name={asked.name}
        className="box"
        rows={rows}
        defaultValue={typed?.[0] ?? value}
        aria-describedby={described(fieldId, asked.hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Frame>
  );
}

export interface Choice {
  value: string;
  label: string;
}

interface SelectProps extends Asked {
  choices: readonly (Choice | { group: string; choices: readonly Choice[] })[];
  value?: string;
  /** The row for "not said". */
  empty?: string;
}

/** One of a vocabulary, in groups where it has them. */
export function DeskSelect({ choices, value = "", empty, ...asked }: SelectProps) {
  const { fieldId, error, typed } = useAnswer(asked.name);
  return (
    <Frame asked={asked} fieldId={fieldId} error={error}>
      <select
        id={fieldId}
        key={typed?.[0]}
        name={asked.name}
        className="box"
        data-key={asked.letter}
        defaultValue={typed?.[0] ?? value}
        aria-describedby={described(fieldId, asked.hint, error)}
        aria-invalid={error ? true : undefined}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) =>
          "group" in choice ? (
            <optgroup key={choice.group} label={choice.group}>
              {choice.choices.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
            </optgroup>
          ) : (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ),
        )}
      </select>
    </Frame>
  );
}

interface ChoicesProps extends Asked {
  choices: readonly Choice[];
  value?: readonly string[];
  /** Several may be ticked; otherwise one of them, and none is chosen beforehand. */
  many?: boolean;
}

/** Radios or boxes to tick, in a row where there is room. */
export function DeskChoices({ choices, value = [], many, ...asked }: ChoicesProps) {
  const { fieldId, error, typed, answered } = useAnswer(asked.name);
  const chosen = answered ? (typed ?? []) : value;
  return (
    <fieldset id={fieldId} className={error ? "field bad" : "field"} tabIndex={-1}>
      <legend>{asked.label}</legend>
      {asked.hint && <span className="hint">{asked.hint}</span>}
      {error && <span className="problem">{error}</span>}
      <div className="ticks">
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              key={String(chosen.includes(choice.value))}
              type={many ? "checkbox" : "radio"}
              name={many ? `${asked.name}[]` : asked.name}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A single statement to tick. */
export function DeskCheck({ name, label }: { name: string; label: string }) {
  const { fieldId, typed, answered } = useAnswer(name);
  return (
    <label className="tick">
      <input
        id={fieldId}
        type="checkbox"
        name={name}
        value="yes"
        defaultChecked={answered && typed !== undefined}
      />
      <span>{label}</span>
    </label>
  );
}
