/** An identity number as it is compared: digits and letters, capitals, without leading zeros. */
export const numberOf = (written: string): string =>
  written
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toUpperCase()
    .replace(/^0+/, "");

/** What a number and the same one with digits swapped have in common. */
export const anagramOf = (number: string): string => [...number].sort().join("");
