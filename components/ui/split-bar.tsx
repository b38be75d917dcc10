/** One bar for the parts of a whole, in the order of the words above it. Decoration: the numbers stand in the text. */
export function SplitBar({ parts }: { parts: readonly number[] }) {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const drawn = parts.map((part, place) => ({ part, place: place + 1 })).filter(({ part }) => part > 0);
  if (whole === 0) return null;
  return (
    <span aria-hidden="true" className="split">
      {drawn.map(({ part, place }) => (
        <i key={place} className={`p${Math.min(place, 4)} part-${hundredths(part, whole)}`} />
      ))}
    </span>
  );
}

/** Never nothing and never all of it: a part that exists is seen, and so is the rest. */
const hundredths = (part: number, whole: number): number =>
  Math.min(99, Math.max(1, Math.round((part / whole) * 100)));
