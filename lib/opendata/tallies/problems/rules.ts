import { Problem } from "@/lib/core/answer";

/** Before the first signed balance there is no number of ours, at any address. */
export const notYetPublished = () =>
  new Problem(404, "not-yet-published", "This registry has not published a balance yet");
