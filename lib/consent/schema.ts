import { z } from "zod";

/** What a permission can be for. Each is asked, given and withdrawn apart from the others. */
export const purposes = [
  "store",
  "count",
  "name",
  "photo",
  "partners",
  "un",
  "iachr",
  "press",
  "archive",
] as const;
export const purpose = z.enum(purposes);
export type Purpose = z.infer<typeof purpose>;

/** The purposes a family is asked about once the person is known, in the order of the page. Keeping and counting are asked before. */
export const askedPurposes = ["partners", "un", "iachr", "name", "photo", "press", "archive"] as const;
export type AskedPurpose = (typeof askedPurposes)[number];

/** Who gave a permission, as a kind; a name never stands beside it. */
export const givers = ["person", "relative", "lawyer", "guardian", "partner", "other"] as const;
export const giver = z.enum(givers);
export type Giver = z.infer<typeof giver>;

/** One answer to one purpose, with the wording that was read and when, so that it can be shown what was agreed to. */
export const permissionAnswer = z.strictObject({
  purpose,
  granted: z.boolean(),
  textVersion: z.string().min(1),
  at: z.iso.datetime(),
});
export type PermissionAnswer = z.infer<typeof permissionAnswer>;
