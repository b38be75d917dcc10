"use client";

import { useAnswer } from "./form";

interface FieldGroupProps {
  /** The name under which the answer speaks of all the fields together. */
  name: string;
  legend: string;
  className?: string;
  children: React.ReactNode;
}

/** Fields that are judged together: the summary of mistakes leads here, and the mistake is said again in its place. */
export function FieldGroup({ name, legend, className, children }: FieldGroupProps) {
  const { fieldId, error } = useAnswer(name);
  return (
    <fieldset id={fieldId} tabIndex={-1} className={className}>
      <legend>{legend}</legend>
      {error && <span className="problem">{error}</span>}
      {children}
    </fieldset>
  );
}
