"use client";

import { useAnswer } from "../form";

interface RowTickProps {
  value: string;
  isDisabled: boolean;
  children: React.ReactNode;
}

/** One row's own tick; what was ticked comes back when the form does. */
export function RowTick({ value, isDisabled, children }: RowTickProps) {
  const { typed } = useAnswer("confirm");
  const isTicked = typed?.includes(value) ?? false;
  return (
    <label className="tick">
      <input
        key={String(isTicked)}
        type="checkbox"
        name="confirm[]"
        value={value}
        defaultChecked={isTicked}
        disabled={isDisabled}
      />
      <span>{children}</span>
    </label>
  );
}

/** Why one row is refused; empty refuses nothing. */
export function RowReason({ name, label }: { name: string; label: string }) {
  const { typed, error } = useAnswer(name);
  return (
    <>
      <input
        key={typed?.[0]}
        name={name}
        className="box"
        autoComplete="off"
        aria-label={label}
        aria-invalid={error ? true : undefined}
        defaultValue={typed?.[0] ?? ""}
      />
      {error && <span className="problem">{error}</span>}
    </>
  );
}
