import { stringify } from "csv-stringify/sync";

/** Rows as a file with a head, which is there even when there are no rows; formulas are inert. */
export const csvOf = (rows: readonly object[], columns?: readonly string[]): string =>
  stringify([...rows], {
    header: true,
    escape_formulas: true,
    record_delimiter: "windows",
    ...(columns && { columns: [...columns] }),
  });
