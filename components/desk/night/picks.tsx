"use client";

import { type KeyboardEvent, memo, useMemo, useRef, useState } from "react";
import { folded } from "@/lib/core/folded";
import { useAnswer } from "../form";

export interface PickRow {
  reference: string;
  name: string;
  /** What else the person is called, and where: found by it, and not shown. */
  also: string;
  prison: string;
  waits: boolean;
}

export interface PickWords {
  search: string;
  searchHint: string;
  only: string;
  ticked: string;
  name: string;
  prison: string;
  hour: string;
  kind: string;
  asSheet: string;
  waits: string;
}

interface PicksProps {
  rows: readonly PickRow[];
  kinds: readonly { value: string; label: string }[];
  words: PickWords;
}

/**
 * The people of a sheet, to tick from the keyboard: typing narrows the list, Enter ticks the first that is left and empties the box
 * for the next name; arrows walk, space ticks. Narrowing hides rows and unticks nobody. Without script it is a plain table.
 */
export function Picks({ rows, kinds, words }: PicksProps) {
  const [typed, setTyped] = useState("");
  const [onlyTicked, setOnlyTicked] = useState(false);
  const [count, setCount] = useState<number | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const { typed: before, fieldId, error } = useAnswer("pick");
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  const boxes = () => [...(body.current?.querySelectorAll<HTMLInputElement>('input[name="pick[]"]') ?? [])];
  const tell = () => setCount(boxes().filter((box) => box.checked).length);
  const searched = useMemo(
    () => rows.map(({ name, also, reference, prison }) => folded([name, also, reference, prison].join(" "))),
    [rows],
  );
  const isShown = (nth: number) => wanted.every((word) => searched[nth]?.includes(word));

  function tickFirst(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "ArrowDown") return walk(event, -1, 1);
    if (event.key !== "Enter") return;
    event.preventDefault();
    const first = boxes().find((box) => !box.disabled && !box.closest("tr")?.hidden);
    if (!first || wanted.length === 0) return;
    first.checked = true;
    setTyped("");
    tell();
  }

  function walk(event: KeyboardEvent<HTMLElement>, from: number, step: number) {
    event.preventDefault();
    const shown = boxes().filter((box) => !box.disabled && !box.closest("tr")?.hidden);
    shown[from + step]?.focus();
  }

  function onRowKey(event: KeyboardEvent<HTMLTableSectionElement>) {
    const box = event.target as HTMLInputElement;
    if (event.key === "Enter") event.preventDefault();
    const step = { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[event.key];
    if (!step || box.tagName === "SELECT") return;
    const shown = boxes().filter((one) => !one.disabled && !one.closest("tr")?.hidden);
    walk(
      event,
      shown.findIndex((one) => one.closest("tr") === box.closest("tr")),
      step,
    );
  }

  return (
    <div className="stack">
      <div className="search">
        <label htmlFor="night-search">{words.search}</label>
        <input
          id="night-search"
          className="box"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={tickFirst}
          aria-describedby="night-hint"
        />
        <label className="tick">
          <input
            type="checkbox"
            checked={onlyTicked}
            onChange={(event) => setOnlyTicked(event.target.checked)}
          />
          <span>{words.only}</span>
        </label>
        <output className="note">{words.ticked.replace("{n}", String(count ?? before?.length ?? 0))}</output>
      </div>
      <p id="night-hint" className="note">
        {words.searchHint}
      </p>
      <div className="scroll" id={fieldId} tabIndex={-1}>
        {error && <p className="problem">{error}</p>}
        <table className={onlyTicked ? "table night ticked" : "table night"}>
          <thead>
            <tr>
              {[words.name, words.prison, words.hour, words.kind].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onRowKey} onChange={tell}>
            {rows.map((row, nth) => (
              <Row key={row.reference} row={row} isHidden={!isShown(nth)} kinds={kinds} words={words} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

interface RowProps extends Omit<PicksProps, "rows"> {
  row: PickRow;
  isHidden: boolean;
}

/** One person: ticked or not, and what is known of her release alone. */
const Row = memo(function Row({ row, isHidden, kinds, words }: RowProps) {
  const box = `c${row.reference}`;
  const pick = useAnswer("pick");
  const hour = useAnswer(`hour.${box}`);
  const prison = useAnswer(`prison.${box}`);
  const kind = useAnswer(`kind.${box}`);
  const isPicked = pick.typed?.includes(row.reference) ?? false;
  const small = (name: string) => `${words[name as "hour"]}: ${row.name}`;
  return (
    <tr hidden={isHidden} className={hour.error || prison.error ? "bad" : undefined}>
      <th scope="row">
        <label className="tick">
          <input
            key={String(isPicked)}
            type="checkbox"
            name="pick[]"
            value={row.reference}
            defaultChecked={isPicked}
            disabled={row.waits}
          />
          <span>
            {row.name} <small className="note">{row.waits ? words.waits : row.reference}</small>
          </span>
        </label>
      </th>
      <td>
        <input
          key={prison.typed?.[0]}
          id={prison.fieldId}
          name={`prison.${box}`}
          className="box"
          list="prisons"
          aria-label={small("prison")}
          aria-invalid={prison.error ? true : undefined}
          defaultValue={prison.typed?.[0] ?? row.prison}
        />
        {prison.error && <span className="problem">{prison.error}</span>}
      </td>
      <td>
        <input
          key={hour.typed?.[0]}
          id={hour.fieldId}
          name={`hour.${box}`}
          className="box"
          size={11}
          autoComplete="off"
          aria-label={small("hour")}
          aria-invalid={hour.error ? true : undefined}
          defaultValue={hour.typed?.[0] ?? ""}
        />
        {hour.error && <span className="problem">{hour.error}</span>}
      </td>
      <td>
        <select
          key={kind.typed?.[0]}
          name={`kind.${box}`}
          className="box"
          aria-label={small("kind")}
          defaultValue={kind.typed?.[0] ?? ""}
        >
          <option value="">{words.asSheet}</option>
          {kinds.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
});
