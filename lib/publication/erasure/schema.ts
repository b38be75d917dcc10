import { z } from "zod";

/** Why a person is to be erased, sealed to the vault: for the second coordinator, and to account for it later. */
export const erasureWords = z.object({ why: z.string() });
