/** The year of birth that an age told at a detention means, where it was told closely enough to mean one. */
export function bornAbout(min: number | null, max: number | null, year: number | null): number | null {
  if (min === null || max === null || year === null || max - min > 2) return null;
  return year - Math.round((min + max) / 2);
}
