/** Where the list of news stands, and from which one on. */
export const newsAddress = (after?: string | null): string =>
  after ? `/equipo/novedades?${new URLSearchParams({ desde: after })}` : "/equipo/novedades";
