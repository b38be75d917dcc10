import type { Messages } from "@/lib/i18n/messages";

export type SheetKey = keyof Messages["sheet"];
export type Say = (key: Exclude<SheetKey, "batch" | "free" | "number">) => string;

interface Worded {
  say: Say;
  name: Parameters<Say>[0];
}

/** A word and a line to write on, as long as `wide` of the row's twelve parts. */
export function Line({ say, name, wide }: Worded & { wide: number }) {
  return (
    <span className={`line w${wide}`}>
      {say(name)} <i />
    </span>
  );
}

/** A question and its answers, each with a box to tick. */
export function Ticks({
  say,
  name,
  wide,
  answers,
}: Partial<Worded> & { say: Say; wide: number; answers: readonly Parameters<Say>[0][] }) {
  return (
    <span className={`ticked w${wide}`}>
      {name && <b>{say(name)}</b>}
      {answers.map((answer) => (
        <span key={answer}>
          <i /> {say(answer)}
        </span>
      ))}
    </span>
  );
}

/** Day, month and year, each with its boxes. */
export function Boxes({ say, name, wide }: Partial<Worded> & { say: Say; wide: number }) {
  return (
    <span className={`digits w${wide}`}>
      {name && <b>{say(name)}</b>}
      {(["day", "month", "year"] as const).map((part) => (
        <span key={part}>
          {Array.from({ length: part === "year" ? 4 : 2 }, (_, n) => (
            <i key={n} />
          ))}{" "}
          <small>{say(part)}</small>
        </span>
      ))}
    </span>
  );
}
