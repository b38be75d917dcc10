interface NoticeProps {
  /** `claim`: about what others say; `care`: something to mind. */
  kind?: "claim" | "care";
  children: React.ReactNode;
}

/** Something to read before going on: a rule at its left, in the body's own ink, so that nobody takes it for decoration. */
export function Notice({ kind, children }: NoticeProps) {
  return <div className={kind ? `notice notice-${kind}` : "notice"}>{children}</div>;
}
