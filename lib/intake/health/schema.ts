import { z } from "zod";
import { conditions, type reportedHealth } from "../schema";
import { typed } from "../typed/schema";

/** Health and danger, as typed; ticked conditions come as one text, parted by commas. A page left blank says nothing. */
export const healthForm = z
  .object({
    danger: typed(20),
    conditions: typed(200),
    medicine: typed(300),
    healthAccount: typed(1000),
    listener: typed(10),
  })
  .transform((form): { health?: z.input<typeof reportedHealth> } => {
    const danger = form.danger === "yes" || form.danger === "no" ? form.danger : "unknown";
    const ticked = form.conditions.split(",");
    const known = conditions.filter((condition) => ticked.includes(condition));
    const listener = form.listener === "yes";
    const { medicine, healthAccount: account } = form;
    if (danger === "unknown" && known.length === 0 && !medicine && !account && !listener) return {};
    return {
      health: {
        danger,
        conditions: known,
        ...(medicine && { medicine }),
        ...(account && { account }),
        listener,
      },
    };
  });
