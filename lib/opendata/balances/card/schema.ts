import { z } from "zod";
import { locales } from "@/lib/i18n/locales";

/** In which language a card is asked for; Spanish when nothing is said. */
export const cardQuery = z.strictObject({ language: z.enum(locales).default("es") });
