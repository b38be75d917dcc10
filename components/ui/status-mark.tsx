import type { StatusMark as Mark } from "@/lib/vocabularies/states/schema";

/** The square before a state, drawn with borders; says nothing to a screen reader, since the word always follows. */
export function StatusMark({ mark }: { mark: Mark }) {
  return <span aria-hidden="true" className={`mark mark-${mark}`} />;
}
