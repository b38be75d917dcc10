import { DRAFT_DAYS } from "@/lib/intake/draft/rules";
import { FLOW_MINUTES } from "@/lib/intake/flow/rules";
import { REPLY_DAYS } from "@/lib/intake/replies/rules";

/** How long what a family has not sent is kept, how long a page of theirs stays open, and a reply that was answered: the very constants they go by. */
export const keptFor = { days: DRAFT_DAYS, minutes: FLOW_MINUTES, replyDays: REPLY_DAYS };

export interface SecurityText {
  contacts: readonly string[];
  /** Where the public pages stand; null where nobody said. */
  site: string | null;
  now: Date;
}

/**
 * `security.txt` as RFC 9116 has it; null where nobody to write to was configured, which is then said rather than made up. It expires
 * with the fifth month after this one, so that its bytes change once a month and never point further than half a year.
 */
export function securityText({ contacts, site, now }: SecurityText): string | null {
  if (contacts.length === 0) return null;
  const expires = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 6, 1));
  return [
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${expires.toISOString().replace(".000", "")}`,
    "Preferred-Languages: es, en",
    ...(site ? [`Canonical: ${site}/.well-known/security.txt`] : []),
    "",
  ].join("\n");
}
