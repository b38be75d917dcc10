import type { Locale } from "@/lib/i18n/locales";

export type Post = (form: FormData) => Promise<void>;

/** What every form carries besides its own fields: the sealed flow, for browsers that keep no cookie, and the language. */
export interface Carried {
  sealed: string;
  locale: Locale;
}

/** A form that goes on without script and without cookies. */
export function PostForm({
  post,
  carried,
  children,
}: {
  post: Post;
  carried: Carried;
  children: React.ReactNode;
}) {
  return (
    <form action={post} autoComplete="off" noValidate>
      <input type="hidden" name="flow" value={carried.sealed} />
      <input type="hidden" name="locale" value={carried.locale} />
      {children}
    </form>
  );
}
