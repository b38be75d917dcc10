import { timingSafeEqual } from "node:crypto";
import type { z } from "zod";
import { type Clock, wallClock } from "@/lib/core/clock";
import { errorsOf, type FormState, fieldsOf, sentOf } from "@/lib/core/form";
import { Refusal } from "@/lib/core/refusal";
import type { StaffActor } from "./actor";
import { currentSessionId, deskOnly, requireStaff } from "./session";
import { csrfTokenOf } from "./sessions";

/**
 * Wraps every server action of the desk: nothing runs outside the desk process, without a signed-in member of staff
 * or without the token of their own session. Answers what the form shows; only a `Refusal` becomes an answer, so a
 * fault never looks like a polite no. `keep` names what refills the form: never a passphrase or a code.
 */
export function deskAction<Schema extends z.ZodType>(
  schema: Schema,
  run: (staff: StaffActor, input: z.output<Schema>, clock: Clock) => Promise<unknown>,
  { keep = [] }: { keep?: readonly string[] } = {},
) {
  return async (_before: FormState, form: FormData): Promise<FormState> => {
    const sent = sentOf(form, keep);
    try {
      deskOnly();
      await checkToken(form.get("csrf"));
      const staff = await requireStaff();
      const input = schema.safeParse(fieldsOf(form));
      if (!input.success) return { state: "invalid", errors: errorsOf(input.error), sent };
      await run(staff, input.data, wallClock);
      return { state: "done" };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { state: "refused", code: error.code, values: error.values, sent };
    }
  };
}

/** Refuses a post that does not carry the token of the session it came with. */
export async function checkToken(token: unknown): Promise<void> {
  const id = await currentSessionId();
  if (!id) throw new Refusal("not_signed_in");
  const expected = Buffer.from(csrfTokenOf(id));
  const given = Buffer.from(typeof token === "string" ? token : "");
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new Refusal("not_permitted");
}
