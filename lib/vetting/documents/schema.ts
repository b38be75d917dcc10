import { z } from "zod";

/** Why somebody needs the file itself and not a picture of it. */
export const originalReason = z.string().trim().min(10).max(1000);

/** How a page is looked at, all of it in the address: which page, turned how far, how large, and whether what is hard to see was asked for. */
export const lookAsked = z.object({
  hoja: z.coerce.number().int().min(1).max(50).catch(1),
  giro: z.coerce
    .number()
    .pipe(z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]))
    .catch(0),
  zoom: z.coerce
    .number()
    .pipe(z.union([z.literal(100), z.literal(150), z.literal(200), z.literal(300)]))
    .catch(100),
  ver: z.literal("si").optional().catch(undefined),
});
export type LookAsked = z.output<typeof lookAsked>;
