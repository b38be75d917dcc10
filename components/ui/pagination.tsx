interface PaginationProps {
  label: string;
  first: { href: string; text: string } | null;
  next: { href: string; text: string } | null;
}

/** Back to the beginning and on to the next page; keyset cursors know no page numbers. Nothing when there is one page only. */
export function Pagination({ label, first, next }: PaginationProps) {
  if (!first && !next) return null;
  return (
    <nav aria-label={label} className="pages mt-6 flex flex-wrap gap-x-8">
      {first && (
        <a href={first.href} className="leading-11">
          {first.text}
        </a>
      )}
      {next && (
        <a href={next.href} rel="next" className="leading-11">
          {next.text}
        </a>
      )}
    </nav>
  );
}
