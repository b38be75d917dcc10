const FIRST_YEAR = 1800;

/** What is asked of everybody before anything is compared, side by side in memory. */
export interface Column {
  /** How many given names and surnames, at most 15 of each. */
  given: number;
  surnames: number;
  /** One of the names is a mere initial. */
  hasInitial: boolean;
  /** Words of all names and nicknames. */
  words: number;
  born: number | null;
  /** Of a case, not of a report. */
  isCase: boolean;
}

/** A number holds a whole column; 0 is nobody. */
export const columnOf = ({ given, surnames, hasInitial, words, born, isCase }: Column): number =>
  (1 << 28) |
  bornAs(born) |
  (Math.min(15, given) << 10) |
  (Math.min(15, surnames) << 14) |
  (Math.min(31, words) << 18) |
  (hasInitial ? 1 << 23 : 0) |
  (isCase ? 1 << 24 : 0);

/** Year of birth since an early one; 0 where it is not known. */
export const bornIn = (column: number): number => column & 1023;
export const bornAs = (born: number | null): number =>
  born === null ? 0 : Math.min(1023, Math.max(1, born - FIRST_YEAR));
export const givenIn = (column: number): number => (column >> 10) & 15;
export const surnamesIn = (column: number): number => (column >> 14) & 15;
export const wordsHere = (column: number): number => (column >> 18) & 31;
export const initialIn = (column: number): boolean => (column & (1 << 23)) !== 0;
export const caseIn = (column: number): boolean => (column & (1 << 24)) !== 0;
