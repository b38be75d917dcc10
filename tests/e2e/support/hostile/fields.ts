import { PIECE_FIELDS } from "./piece-fields";
import { REPLY_FIELDS } from "./reply-fields";

/**
 * Every box of words that a family, the desk or an operator's file can fill, by the shape that takes it, with the text of the store
 * that goes into it. A shape that takes words and stands neither here nor among CODES fails `tests/unit/written-fields.test.ts`.
 */
export const WRITTEN: Record<string, Record<string, string>> = {
  "cases/dossier/schema.ts": {
    aliases: "identity.aliases",
    authority: "fact.authority",
    country: "identity.country",
    facility: "fact.facility",
    forces: "fact.forces",
    givenNames: "identity.givenNames",
    by: "asked.by",
    how: "speaker.how",
    origin: "evidence.origin",
    place: "evidence.place",
    quotation: "evidence.quotation",
    result: "fact.result",
    sectors: "traits.sectors",
    surnames: "identity.surnames",
    textVersion: "permission.text",
    title: "evidence.title",
    who: "speaker.who",
  },
  "cases/exchange/batches/schema.ts": { values: "import.bad", why: "discard.why" },
  "cases/exchange/schema.ts": {
    aliases: "import.aliases",
    authority: "import.authority",
    facility: "import.facility",
    forces: "import.forces",
    givenBy: "import.givenBy",
    givenNames: "import.givenNames",
    key: "import.key",
    result: "import.result",
    sectors: "import.sectors",
    source: "import.source",
    surnames: "import.surnames",
  },
  "cases/facts/correction/schema.ts": {
    factNote: "correction.why",
    noteWords: "correction.why",
    said: "remedy.said",
    saidWords: "remedy.said",
    why: "correction.why",
  },
  "cases/facts/remedies/schema.ts": {
    authority: "fact.authority",
    result: "fact.result",
    said: "remedy.said",
  },
  "vetting/cases/remedies/schema.ts": {
    authority: "fact.authority",
    originName: "evidence.origin",
    result: "fact.result",
    said: "remedy.said",
  },
  "cases/facts/retraction/schema.ts": { retractionReason: "retraction.why" },
  "cases/facts/schema.ts": {
    authority: "fact.authority",
    facility: "fact.facility",
    forces: "fact.forces",
    result: "fact.result",
  },
  "cases/permissions/schema.ts": { textVersion: "permission.text" },
  "claims/entries/schema.ts": {
    claimWhy: "claim.why",
    note: "claim.note",
    quote: "claim.quote",
    source_outlet: "claim.outlet",
    source_title: "claim.title",
    why: "claim.why",
  },
  "claims/published/schema.ts": {
    note: "claim.note",
    outlet: "claim.outlet",
    quote: "claim.quote",
    title: "claim.title",
  },
  "claims/schema.ts": {
    note: "claim.note",
    outlet: "claim.outlet",
    quote: "claim.quote",
    title: "claim.title",
  },
  "balances/schema.ts": { blurWhy: "balance.blurWhy", why: "balance.why", organisation: "site.organisation" },
  "balances/forms/schema.ts": { blurWhy: "balance.blurWhy", why: "balance.why" },
  "evidence/schema.ts": {
    origin: "evidence.origin",
    place: "evidence.place",
    quotation: "evidence.quotation",
    sourceOrigin: "evidence.origin",
    title: "evidence.title",
    withdrawalReason: "evidence.why",
  },
  "intake/detention/schema.ts": { account: "report.account", place: "report.place" },
  "intake/news/schema.ts": { account: "news.account", place: "news.place" },
  "intake/person/schema.ts": {
    givenNames: "report.givenNames",
    idNumber: "report.idNumber",
    surnames: "report.surnames",
  },
  "intake/schema.ts": {
    account: "report.account",
    address: "contact.address",
    charges: "report.charges",
    court: "report.court",
    medicine: "report.medicine",
    es: "thread.family",
    safeWord: "contact.safeWord",
    deniedWhere: "report.deniedWhere",
    givenNames: "report.givenNames",
    lastContact: "report.lastContact",
    number: "report.idNumber",
    place: "report.place",
    reach: "reply.reach",
    surnames: "report.surnames",
    words: "reply.words",
  },
  "intake/whereabouts/schema.ts": {
    deniedWhere: "report.deniedWhere",
    lastContact: "report.lastContact",
    otherPlace: "report.otherPlace",
  },
  "intake/court/schema.ts": { charges: "report.charges", court: "report.court" },
  "intake/health/schema.ts": { healthAccount: "report.health", medicine: "report.medicine" },
  "vetting/contacts/schema.ts": {
    address: "contact.address",
    safeWord: "contact.safeWord",
    reason: "contact.why",
    why: "contact.why",
  },
  "vetting/identity/forms/schema.ts": {
    aliases: "identity.aliases",
    givenNames: "identity.givenNames",
    sectors: "traits.sectors",
    surnames: "identity.surnames",
    documentCountry: "identity.country",
    why: "who.why",
  },
  "vetting/identity/schema.ts": {
    aliases: "identity.aliases",
    changeReason: "who.why",
    why: "who.why",
    givenNames: "identity.givenNames",
    sectors: "traits.sectors",
    surnames: "identity.surnames",
  },
  "vetting/contacts/asked/schema.ts": { askedBy: "asked.by", checked: "asked.checked" },
  "vetting/documents/schema.ts": { originalReason: "original.why" },
  "vetting/threads/schema.ts": { words: "thread.staff" },
  "cases/merge/schema.ts": { mergeReason: "merge.why", why: "merge.why" },
  "vetting/pairs/merge/schema.ts": { why: "merge.why" },
  "vetting/pairs/schema.ts": { answerWhy: "pair.why", why: "pair.why" },
  ...REPLY_FIELDS,
  "publication/erasure/schema.ts": { why: "erasure.why" },
  "people/schema.ts": {
    aliases: "identity.aliases",
    country: "identity.country",
    givenNames: "identity.givenNames",
    sectors: "traits.sectors",
    surnames: "identity.surnames",
  },
  "people/matching/schema.ts": { givenNames: "identity.givenNames", surnames: "identity.surnames" },
  "publication/naming/schema.ts": { name: "identity.givenNames" },
  "vetting/cases/correcting/schema.ts": {
    authority: "fact.authority",
    origin: "evidence.origin",
    originName: "evidence.origin",
    result: "fact.result",
    why: "correction.why",
  },
  "vetting/cases/opening/schema.ts": {
    aliases: "identity.aliases",
    documentCountry: "identity.country",
    givenNames: "identity.givenNames",
    how: "speaker.how",
    origin: "evidence.origin",
    originName: "evidence.origin",
    place: "evidence.place",
    quotation: "evidence.quotation",
    sectors: "traits.sectors",
    surnames: "identity.surnames",
    title: "evidence.title",
    who: "speaker.who",
  },
  "vetting/cases/schema.ts": {
    aliases: "identity.aliases",
    authority: "fact.authority",
    documentCountry: "identity.country",
    givenNames: "identity.givenNames",
    how: "holder.how",
    origin: "evidence.origin",
    originName: "evidence.origin",
    place: "evidence.place",
    quotation: "evidence.quotation",
    result: "fact.result",
    sectors: "traits.sectors",
    surnames: "identity.surnames",
    title: "evidence.title",
    who: "holder.who",
    why: "aside.why",
  },
  ...PIECE_FIELDS,
  "vetting/night/forms/schema.ts": {
    origin: "evidence.origin",
    originName: "evidence.origin",
    prison: "night.facility",
    reason: "night.why",
    why: "night.refused",
  },
  "vetting/night/schema.ts": { facility: "night.facility", origin: "evidence.origin", why: "night.why" },
  "vetting/schema.ts": {
    counterEvidence: "decision.counterEvidence",
    deprivationHow: "decision.deprivation",
    dissent: "review.dissent",
    exclusionReasoning: "decision.exclusion",
    identityHow: "decision.identity",
    note: "review.note",
    reasoning: "decision.finding",
    reviewWords: "review.note",
  },
  "vetting/cases/deciding/schema.ts": {
    dissent: "review.dissent",
    note: "review.note",
    reasoning: "decision.reasoning",
    why: "date.why",
  },
  "vetting/review/dates/schema.ts": { why: "date.why" },
};

/** Taken as text by a shape and never kept as such: a code that the next step looks up, a choice, a date, an id, a hash, a secret. */
export const CODES: readonly string[] = (
  "agent buscar danger conditions listener leave way from presented counsel until untilDay untilMonth untilYear leaving problem sighting dissentOn list rests age approxAge ageKind basis birthYear civilMilitary code column confidence confirm corrects criterion current day detention " +
  "documentKind documentNumber entity evidenceIds exclusion facility factIds flags force forces foroPenal givenBy hour id idKind " +
  "jurisdiction kind kinds like lookup measure month nationality newPassphrase number outcome passphrase person pick postedForm precision " +
  "purpose recordedBy reference relation sex shape slug state text textVersion told totp track trouble typed unit url " +
  "username wgad whereabouts word year country origin claimant stage population method contentHash claimId statedOn " +
  "adolescents adults as_of civilians claimant_kind conflict convicted end_precision foreign_nationals house_arrest_counted men military " +
  "names_published not_convicted over period_end period_start qualifier release_scope source_published_on source_url start_precision " +
  "stated_at_local stated_on target value verified whereabouts_unknown women"
).split(" ");

/** Boxes of the desk whose words are kept by no shape above: they search, say who somebody is, or head the words of another box. */
export const SEARCHES: readonly string[] = (
  "asks buscar quien caso code username passphrase totp totpSecret current stepUp heir to at atTime known knownTime from fromTime toTime " +
  "until since birthDate ageMin ageMax earliest latest nextReviewOn hours episode claim day against againstTime knownFrom knownFromTime knownTo knownToTime"
).split(" ");
