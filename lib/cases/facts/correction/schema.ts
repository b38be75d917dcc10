import { z } from "zod";

/** Where the words about a fact are bound to. */
export const noteContext = (factId: string): string => `facts|note|${factId}`;

/** Words about a fact: why it corrects another. */
export const noteWords = z.string().trim().min(3).max(2000);
