/** What anybody writes about a public page or asks for, how to reach them, and what the desk writes when it ends, by the shape that takes it. */
export const REPLY_FIELDS: Record<string, Record<string, string>> = {
  "intake/replies/schema.ts": { reach: "reply.reach", words: "reply.words" },
  "vetting/replies/schema.ts": { why: "reply.why" },
  "vetting/withdrawals/schema.ts": { why: "request.why", words: "request.words" },
  "intake/contact/schema.ts": { address: "contact.address", safeWord: "contact.safeWord" },
};
