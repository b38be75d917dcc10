import type { Act } from "./table";

const id = "00000000-0000-7000-8000-000000000000";
const why = "Una razón escrita.";

/** What may be done with what anybody wrote about a public page, or asked for by other ways, and by whom. */
export const REPLY_ACTS: Record<string, Act> = {
  "replicas#askTwo": {
    who: "IVLC",
    form: { reference: "7ZZZ-99", kind: "count", asks: "other", words: why },
  },
  "replicas#settle": { who: "VCE", form: { id, outcome: "refused", reason: "verified", why } },
  "replicas#takeDown": { who: "CE", form: { id, why } },
  "retiros#record": {
    who: "IVLC",
    form: { reference: "7ZZZ-99", kind: "name", asks: "other", words: why },
  },
  "retiros#retry": { who: "IVLC", form: { id } },
};
