import { z } from "zod";
import { typed } from "../typed/schema";

/** As whom somebody writes about a public page. Nothing is checked by saying it. */
export const replySpeakers = ["person", "relative", "lawyer", "accused", "other"] as const;
/** What they ask: down because it is dangerous now, the name down, something corrected, or their own word, kept private. */
export const replyAsks = ["danger", "name", "correct", "answer"] as const;
export type ReplyAsk = (typeof replyAsks)[number];

/** What was written about a public page, inside the sealed report that bears it. */
export const replyItem = z.strictObject({
  /** As it was typed: whether a page bears it is told to nobody who asks. */
  reference: z.string().min(1).max(20),
  speaks: z.enum(replySpeakers),
  asks: z.enum(replyAsks),
  words: z.string().max(2000).optional(),
  /** A way to be reached that they call safe. */
  reach: z.string().max(300).optional(),
});
export type ReplyItem = z.infer<typeof replyItem>;

const LEAST_SIGNS = 4;

/** The page as typed. A name may be asked down without a word of why; what is to be corrected or answered needs saying. */
export const replyForm = z
  .object({
    reference: typed(20).refine(
      (text) => (text.match(/\p{L}|\p{N}/gu)?.length ?? 0) >= LEAST_SIGNS,
      "reference_missing",
    ),
    asks: z.enum(replyAsks, "asks_missing"),
    speaks: z.enum(replySpeakers, "speaks_missing"),
    words: typed(2000),
    reach: typed(300),
  })
  .superRefine(({ asks, words }, ctx) => {
    if (words === "" && (asks === "correct" || asks === "answer"))
      ctx.addIssue({ code: "custom", path: ["words"], message: "reply_words_missing" });
  })
  .transform(
    ({ words, reach, ...said }): ReplyItem => ({
      ...said,
      ...(words !== "" && { words }),
      ...(reach !== "" && { reach }),
    }),
  );
