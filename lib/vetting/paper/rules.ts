import { endOfDay } from "@/lib/core/clock";
import { checkDigit, checksOut } from "@/lib/core/damm";

const DAY = 86_400_000;

/** The digits of a slip number however they were typed. */
export const slipDigits = (typed: string): string => typed.normalize("NFKC").replace(/[\s.-]/g, "");

/** Seven digits of which the last checks the others: a slip of the finger never finds another sheet. */
export const isSlipNumber = (digits: string): boolean => /^\d{7}$/.test(digits) && checksOut(digits);

/** A slip number out of six digits. */
export const slipNumber = (six: string): string => six + checkDigit(six);

/** As it is printed and read aloud: `482 9153`. */
export const slipText = (number: string): string => `${number.slice(0, 3)} ${number.slice(3)}`;

/** A sheet bears a date and no hour: it is late once the day after that date is over. */
export const isLate = (takenOn: string, now: Date): boolean =>
  now.getTime() > endOfDay(takenOn).getTime() + DAY;

/** How long a transcribed sheet may exist. */
export const DESTROYED_WITHIN = DAY;
