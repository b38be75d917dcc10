/** Where the list of what was written about pages stands, and from which one on. */
export const repliesAddress = (after?: string | null): string =>
  after ? `/equipo/replicas?${new URLSearchParams({ desde: after })}` : "/equipo/replicas";
