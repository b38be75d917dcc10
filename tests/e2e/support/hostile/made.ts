/** Words that nobody types there: what they are instead. */
export const MADE: Record<string, string> = {
  "balances/drafts/changes/schema.ts#after": "a state or a number of a change",
  "balances/drafts/changes/schema.ts#before": "a state or a number of a change",
  "vetting/cases/deciding/schema.ts#result": "one of three words, judged by the next shape",
  "cases/dossier/schema.ts#means": "one of five words, judged by the form",
  ...Object.fromEntries(
    ["contact", "court", "health", "permissions"].flatMap((page) => [
      [`intake/draft/schema.ts#${page}`, "a page as posted"],
      [`vetting/paper/schema.ts#${page}`, "a page as transcribed"],
    ]),
  ),
  "intake/flow/schema.ts#visit": "drawn by chance",
  "intake/flow/schema.ts#problem": "a code of the refusals",
  "evidence/documents/schema.ts#name": "the name of a file; the corpus of hostile files has its own",
  "intake/permissions/schema.ts#at": "a moment, written by the server",
  "intake/schema.ts#en": "the other language of the same sentence",
  "vetting/contacts/schema.ts#by": "a member of staff",
  "vetting/contacts/schema.ts#fill": "fills an entry to the length of the others",
  "intake/schema.ts#note": "a sentence of the messages, in the family's language",
  "balances/schema.ts#outlet": "copied from a claim",
  "vetting/paper/schema.ts#numbers": "numbers of strips, written by the page",
  "vetting/reports/triage/schema.ts#name": "a mark under a key: equal for one name",
  "vetting/reports/triage/schema.ts#place": "a mark under a key: equal for one place",
};
