import { randomInt } from "node:crypto";

/** Crockford base32: no I, L, O or U, so that nobody misreads one. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Identity documents begin with V, E, J, G or P; a reference never does. */
const firstLetters = [...letters].filter((letter) => !"VEJGP".includes(letter)).join("");

const pick = (from: string) => from.charAt(randomInt(from.length));

/** A public reference such as `7K3Q-9F`, from a secure source: nothing about the person or the moment follows from it. May be taken; then draw again. */
export function newReference(): string {
  const rest = Array.from({ length: 5 }, () => pick(letters)).join("");
  return `${pick(firstLetters)}${rest.slice(0, 3)}-${rest.slice(3)}`;
}
