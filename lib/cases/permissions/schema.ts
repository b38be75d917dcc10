import { z } from "zod";
import { giver, purpose } from "@/lib/consent/schema";

/** Permission for one purpose as somebody gave or refused it. */
export const permissionInput = z.strictObject({
  purpose: purpose,
  granted: z.boolean(),
  givenBy: giver,
  /** Staff have recorded who the giver is to the person and how it was checked. */
  standing: z.boolean().default(false),
  /** Which holder of the sealed dossier answers; null where only the kind is known. */
  holderId: z.uuid().nullable().default(null),
  textVersion: z.string().trim().max(20).nullable().default(null),
});
export type PermissionForm = z.input<typeof permissionInput>;
export type PermissionInput = z.infer<typeof permissionInput>;
