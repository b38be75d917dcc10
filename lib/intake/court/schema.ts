import { z } from "zod";
import { vocabularies } from "@/lib/vocabularies/rules";
import { readComing } from "../dates/rules";
import { presented, type reportedCourt } from "../schema";
import { problemAt, typed } from "../typed/schema";

/** Kinds of counsel a family is offered, in the words of the vocabulary. */
export const counselKinds = vocabularies.counsel_kind.map(({ code }) => code);

/** Court and lawyer, as typed. Nothing here is needed; a page left blank says nothing. */
export const courtForm = (today: string) =>
  z
    .object({
      presented: typed(20),
      counsel: typed(40),
      court: typed(300),
      charges: typed(500),
      day: typed(20),
      month: typed(20),
      year: typed(20),
    })
    .transform((form, ctx): { court?: z.input<typeof reportedCourt> } => {
      const hearing = readComing(form, today, problemAt(ctx));
      const said = presented.find((known) => known === form.presented) ?? "unknown";
      const counsel = counselKinds.find((known) => known === form.counsel);
      if (said === "unknown" && !counsel && !form.court && !form.charges && !hearing) return {};
      return {
        court: {
          presented: said,
          ...(counsel && { counsel }),
          ...(form.court && { court: form.court }),
          ...(form.charges && { charges: form.charges }),
          ...(hearing && { hearing }),
        },
      };
    });
