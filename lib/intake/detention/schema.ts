import { z } from "zod";
import { readDate } from "../dates/rules";
import type { reportedDetention } from "../schema";
import { problemAt, typed } from "../typed/schema";

/**
 * When, where and by whom, as typed. Every part of the date may be left open; `today` (a date in Caracas) is the last
 * day that can have happened.
 */
export const detentionForm = (today: string) =>
  z
    .object({
      day: typed(20),
      month: typed(20),
      year: typed(20),
      untilDay: typed(20),
      untilMonth: typed(20),
      untilYear: typed(20),
      precision: typed(20),
      entity: typed(20),
      place: typed(300),
      force: typed(40),
      account: typed(4000),
    })
    .transform((form, ctx): z.input<typeof reportedDetention> => {
      const problem = problemAt(ctx);
      const date = readDate(form, today, problem);
      return {
        date,
        ...(form.entity && { entity: form.entity }),
        ...(form.place && { place: form.place }),
        ...(form.force && form.force !== "unknown" && { forces: [form.force] }),
        ...(form.account && { account: form.account }),
      };
    });
