/**
 * What must be mended, above everything, with a link to each box in the same words as beside it. Takes the focus when the
 * page opens (address ends in `#resumen`), so that nobody is left wondering why the form came back.
 */
export function ErrorSummary({ title, errors }: { title: string; errors: { href: string; text: string }[] }) {
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: after a post without script this is the only way to take the reader to the problem
    <div id="resumen" className="problems" role="alert" tabIndex={-1} autoFocus>
      <h2>{title}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.href + error.text}>
            <a href={error.href}>{error.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
