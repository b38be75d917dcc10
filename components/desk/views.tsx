import { Key } from "./keys/key";

interface View {
  href: string;
  label: string;
  count?: number | string;
  isCurrent: boolean;
  /** The key that follows it. */
  letter?: string;
}

/** Saved views of a list, each an address of its own, with how many are in it. */
export function Views({ label, views }: { label: string; views: View[] }) {
  return (
    <nav aria-label={label} className="views">
      <ul>
        {views.map((view) => (
          <li key={view.href}>
            <a
              href={view.href}
              aria-current={view.isCurrent ? "page" : undefined}
              data-key={view.isCurrent ? undefined : view.letter}
            >
              {view.label}
              {view.letter && !view.isCurrent && (
                <>
                  {" "}
                  <Key of={view.letter} />
                </>
              )}
              {view.count !== undefined && <span className="num"> {view.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
