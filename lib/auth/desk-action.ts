import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { type Clock, wallClock } from "@/lib/core/clock";
import { errorsOf, type FormState, fieldsOf, STEP_UP, sentOf } from "@/lib/core/form";
import { Refusal } from "@/lib/core/refusal";
import type { StaffActor } from "./actor";
import { currentSessionId, deskOnly, requireStaff } from "./session";
import { csrfTokenOf, giveFactor } from "./sessions";

/**
 * Wraps every server action of the desk: nothing runs outside the desk process, without a signed-in member of staff
 * or without the token of their own session. Answers what the form shows; only a `Refusal` becomes an answer, so a
 * fault never looks like a polite no. `keep` names what refills the form: never a passphrase or a code. A form that was refused for
 * want of a fresh second factor brings one along with its next post.
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
      return { state: "done", ...toldOnce(await run(await steppedUp(staff, form), input.data, wallClock)) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { state: "refused", code: error.code, values: error.values, sent };
    }
  };
}

/** Who acts, with a second factor just given where the form brought one. */
export async function steppedUp(staff: StaffActor, form: FormData): Promise<StaffActor> {
  const [typed, id] = [form.get(STEP_UP), await currentSessionId()];
  if (typeof typed !== "string" || typed === "" || !id) return staff;
  try {
    await giveFactor(id, typed, wallClock);
  } catch (error) {
    const isWrong = error instanceof Refusal && error.code === "sign_in_failed";
    throw isWrong ? new Refusal("step_up_needed") : error;
  }
  return { ...staff, factorAt: wallClock() };
}

const told = z.object({ told: z.array(z.string()) });
const toldOnce = (answer: unknown) => told.safeParse(answer).data ?? {};

/** Refuses a post that does not carry the token of the session it came with. */
export async function checkToken(token: unknown): Promise<void> {
  const id = await currentSessionId();
  if (!id) throw new Refusal("not_signed_in");
  const expected = Buffer.from(csrfTokenOf(id));
  const given = Buffer.from(typeof token === "string" ? token : "");
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new Refusal("not_permitted");
}
