import { z } from "zod";
import { username } from "@/lib/auth/schema";

/** Who leaves, and who goes on with what they held. Nobody is needed where they held nothing. */
export const departure = z.strictObject({
  username,
  heir: z.preprocess((typed) => (typed === "" ? null : typed), username.nullable()),
});
export type Departure = z.input<typeof departure>;
