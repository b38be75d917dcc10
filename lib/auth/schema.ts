import { z } from "zod";
import type { StaffRole } from "./actor";

const reserved = ["family", "operator", "system"];

export const staffRole = z.enum([
  "intake",
  "vetter",
  "coordinator",
  "editor",
  "auditor",
  "lawyer",
  "administrator",
] satisfies StaffRole[]);

/** A pseudonym. Never one of the words that audit rows use for whoever has no name. */
export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{1,30}$/, "username_invalid")
  .refine((name) => !reserved.includes(name), "username_invalid");

/** At least fifteen characters of any kind, not all alike, and no rule about symbols. */
export const newPassphrase = z
  .string()
  .max(256, "passphrase_long")
  .refine((typed) => [...typed.normalize("NFKC")].length >= 15, "passphrase_short")
  .refine((typed) => new Set(typed.normalize("NFKC")).size >= 6, "passphrase_simple");

/** What is typed to sign in; nothing is said about which part was wrong. */
export const signInForm = z.object({
  username: z.string().trim().toLowerCase().max(64).catch(""),
  passphrase: z.string().max(256).catch(""),
  totp: z.string().max(16).catch(""),
});

export const newStaff = z.strictObject({
  username,
  role: staffRole,
  passphrase: newPassphrase,
  /** Given only where the owner already has it, as the demonstration does; otherwise made. */
  totpSecret: z
    .string()
    .regex(/^[A-Z2-7]{32}$/)
    .optional(),
});
export type NewStaff = z.infer<typeof newStaff>;

export const newInvitation = z.strictObject({ username, role: staffRole });
export type NewInvitation = z.input<typeof newInvitation>;

/** What a newcomer types: the code they were told, a passphrase of their own, and a first code of the factor they were shown. */
export const acceptedInvitation = z.strictObject({
  username,
  code: z.string().max(64),
  passphrase: newPassphrase,
  totpSecret: z.string().regex(/^[A-Z2-7]{32}$/),
  totp: z.string().max(16),
});
export type AcceptedInvitation = z.input<typeof acceptedInvitation>;

/** A passphrase changed by its owner, who knows the present one. */
export const changedPassphrase = z
  .strictObject({ current: z.string().max(256), passphrase: newPassphrase })
  .refine((typed) => typed.current !== typed.passphrase, {
    path: ["passphrase"],
    message: "passphrase_same",
  });
export type ChangedPassphrase = z.input<typeof changedPassphrase>;
