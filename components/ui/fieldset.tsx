import { Asides, type Choice } from "./field";

interface FieldsetProps {
  name: string;
  legend: string;
  hint?: string;
  error?: string;
  children: React.ReactNode;
}

/** Several boxes that answer one question, such as day, month and year. The error summary points at `#name`. */
export function Fieldset({ name, legend, hint, error, children }: FieldsetProps) {
  return (
    <fieldset
      id={name}
      tabIndex={-1}
      className={error ? "field bad" : "field"}
      aria-describedby={
        [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ") || undefined
      }
    >
      <legend>{legend}</legend>
      <Asides asked={{ name, label: legend, hint, error }} />
      {children}
    </fieldset>
  );
}

interface ChoiceFieldProps extends Omit<FieldsetProps, "children"> {
  choices: readonly Choice[];
  /** What was chosen before; nothing is ever chosen for the person. */
  value?: string | readonly string[];
  /** Several may be ticked. */
  many?: boolean;
}

/** Radios, or boxes to tick, each with the whole row to touch. */
export function ChoiceField({ choices, value, many, ...fieldset }: ChoiceFieldProps) {
  const chosen = new Set(typeof value === "string" ? [value] : value);
  return (
    <Fieldset {...fieldset}>
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type={many ? "checkbox" : "radio"}
            name={fieldset.name}
            value={choice.value}
            defaultChecked={chosen.has(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint && <span className="hint">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </Fieldset>
  );
}
