import { z } from "zod";

const count = z.int().nonnegative();

/** A place in a balance: people with a public page exactly, of the others only what they certainly reach. */
export const placeCell = z.strictObject({ named: count, unnamedAtLeast: count });
export type PlaceCell = z.infer<typeof placeCell>;

/** What one balance said of a place. */
export interface PlaceMoment {
  slug: string;
  at: Date;
  cells: "exact" | "atLeast";
  held: PlaceCell | null;
  detained: PlaceCell | null;
}

export const placeDimensions = ["stateHeld", "stateOfDetention"] as const;
export type PlaceDimension = (typeof placeDimensions)[number];

export const placesQuery = z.strictObject({
  balance: z
    .string()
    .regex(/^[0-9a-f-]{10,36}$/)
    .optional(),
  by: z.enum(placeDimensions).default("stateHeld"),
});
export type PlacesQuery = z.infer<typeof placesQuery>;
