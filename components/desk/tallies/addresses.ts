/** Where an answer is: every moment of the question stands in its address. Nothing of a person ever does. */
export const addressOf = (fields: Record<string, string | undefined>, path = "/equipo/recuentos"): string => {
  const given = Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `${path}?${new URLSearchParams(given)}`;
};
