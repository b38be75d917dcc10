import { z } from "zod";
import { purpose } from "@/lib/consent/schema";

/** Which answer of which report of a case. */
export const awaitedInput = z.strictObject({ report: z.uuid(), purpose });
