import { z } from "zod";
import { relations, type reportedWhereabouts, told } from "../schema";
import { typed } from "../typed/schema";

/** What the family was told and where it was denied, as typed. Nothing here is needed; a blank page is an answer too. */
export const whereaboutsForm = z
  .object({
    told: typed(20),
    facility: typed(40),
    otherPlace: typed(300),
    deniedWhere: typed(300),
    lastContact: typed(300),
    relation: typed(20),
  })
  .transform(
    (form): { whereabouts: z.input<typeof reportedWhereabouts>; relation?: (typeof relations)[number] } => {
      const facility = form.facility || undefined;
      const relation = relations.find((known) => known === form.relation);
      return {
        whereabouts: {
          told: told.find((known) => known === form.told) ?? inferred(form),
          ...(facility && { facility }),
          ...(form.otherPlace && { place: form.otherPlace }),
          ...(form.deniedWhere && { deniedWhere: form.deniedWhere }),
          ...(form.lastContact && { lastContact: form.lastContact }),
        },
        ...(relation && { relation }),
      };
    },
  );

/** Whoever names a place or a denial without marking the answer has given it all the same. */
function inferred(form: { facility: string; otherPlace: string; deniedWhere: string }) {
  if (form.facility || form.otherPlace) return "told";
  return form.deniedWhere ? "denied" : "unknown";
}
