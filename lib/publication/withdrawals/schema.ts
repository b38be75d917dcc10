import { z } from "zod";

/** What somebody can ask for who did not give it: no longer counted, no longer named, an answer beside it, every word gone. */
export const requestKinds = ["count", "name", "reply", "erasure"] as const;
export type RequestKind = (typeof requestKinds)[number];

/** What a request is about, sealed to the vault's own key: no plain row leads from it to a case or a report. */
export const requestAbout = z.strictObject({
  reference: z.string().nullable(),
  report: z.uuid().nullable(),
});
export type RequestAbout = z.infer<typeof requestAbout>;

/** Where the subject of a request is bound to. */
export const aboutContext = (id: string): string => `requests|sealed|${id}`;
