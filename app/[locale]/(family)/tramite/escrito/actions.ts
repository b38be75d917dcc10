"use server";

import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { family } from "@/lib/intake/draft/commands";
import { newCode } from "@/lib/intake/receipt/queries";
import { sendReply } from "@/lib/intake/replies/commands";
import { replyForm } from "@/lib/intake/replies/schema";
import { problemsIn } from "@/lib/intake/typed/schema";
import { answerPost } from "../answer";
import type { Standing } from "../flow-cookie";
import { hold } from "../held";

// Its name and this path are part of the forms that are open on phones: they do not change between releases.

/**
 * Keeps what somebody wrote about a public page under the number that stood above the form. Posted twice, it is once and answers the
 * same; what must be mended comes back as it was typed, with the same number.
 */
export async function sendWritten(form: FormData): Promise<void> {
  await answerPost(form, async ({ flow, locale, typed }): Promise<Standing> => {
    if (flow?.kind === "sent" && flow.at === "replied") return flow;
    const page = { kind: "before", at: "reply" } as const;
    const code = flow?.kind === "before" && flow.at === "reply" ? flow.code : newCode();
    if (problemsIn(replyForm, typed).length > 0) return { ...page, code, trouble: hold(typed) };
    try {
      await sendReply(family, { code, posted: typed, locale }, wallClock);
    } catch (error) {
      // A number of something else, which chance alone could draw: another one, and nothing typed twice.
      if (!(error instanceof Refusal && error.code === "code_unknown")) throw error;
      return { ...page, code: newCode(), trouble: hold(typed) };
    }
    return { kind: "sent", at: "replied", code };
  });
}
