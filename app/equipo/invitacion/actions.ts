"use server";

import { acceptInvitation } from "@/lib/auth/invitations";
import { acceptedInvitation } from "@/lib/auth/schema";
import { deskOnly } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { errorsOf, type FormState, fieldsOf, sentOf } from "@/lib/core/form";
import { Refusal } from "@/lib/core/refusal";

/** A newcomer takes their place; answers their recovery codes, shown once. Nobody is signed in by it: the door is next. */
export async function accept(_before: FormState, form: FormData): Promise<FormState> {
  deskOnly();
  const sent = sentOf(form, ["username", "code", "totpSecret"]);
  const input = acceptedInvitation.safeParse(fieldsOf(form));
  if (!input.success) return { state: "invalid", errors: errorsOf(input.error), sent };
  try {
    return { state: "done", told: await acceptInvitation(input.data, wallClock) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { state: "refused", code: error.code, values: error.values, sent };
  }
}
