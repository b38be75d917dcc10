/** Terms and what is known of each; a term without an answer says so in words, never with a dash. */
export function DetailsList({ rows }: { rows: readonly { term: string; detail: React.ReactNode }[] }) {
  return (
    <dl className="facts">
      {rows.map((row) => (
        <div key={row.term} className="contents">
          <dt>{row.term}</dt>
          <dd>{row.detail}</dd>
        </div>
      ))}
    </dl>
  );
}
