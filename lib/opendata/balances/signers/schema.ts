import { z } from "zod";

/** A key that has signed balances: in which first, in which last, and how many. It bears nobody's name. */
export const signer = z.strictObject({
  publicKey: z.string(),
  first: z.string(),
  last: z.string(),
  balances: z.int().positive(),
});
export type Signer = z.infer<typeof signer>;
