"use client";

import type { KeyboardEvent } from "react";
import { useAnswer } from "../form";

/** Up and down go to the tick of the row above or below: one key to answer a row, one to reach the next. */
function walk(event: KeyboardEvent<HTMLInputElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const own = event.currentTarget;
  const ticks = [
    ...(own.form?.querySelectorAll<HTMLInputElement>(`input[name="${own.name}"]:not(:disabled)`) ?? []),
  ];
  ticks[ticks.indexOf(own) + step]?.focus();
}

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
        onKeyDown={walk}
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
