import { createTranslator } from "use-intl/core";
import { CARACAS } from "@/lib/core/clock";
import { type Locale, tagOf } from "./locales";
import enAbout from "./messages/en/about.json";
import enArchive from "./messages/en/archive.json";
import enBalances from "./messages/en/balances.json";
import enCard from "./messages/en/card.json";
import enCases from "./messages/en/cases.json";
import enChanges from "./messages/en/changes.json";
import enClaims from "./messages/en/claims.json";
import enCommon from "./messages/en/common.json";
import enData from "./messages/en/data.json";
import enDesk from "./messages/en/desk.json";
import enDeskBalances from "./messages/en/desk-balances.json";
import enDecision from "./messages/en/desk-decision.json";
import enDocuments from "./messages/en/desk-documents.json";
import enEvidence from "./messages/en/desk-evidence.json";
import enDeskFicha from "./messages/en/desk-ficha.json";
import enDeskIdentity from "./messages/en/desk-identity.json";
import enDeskLanes from "./messages/en/desk-lanes.json";
import enLedger from "./messages/en/desk-ledger.json";
import enLists from "./messages/en/desk-lists.json";
import enDeskMessages from "./messages/en/desk-messages.json";
import enNews from "./messages/en/desk-news.json";
import enNight from "./messages/en/desk-night.json";
import enPairs from "./messages/en/desk-pairs.json";
import enPaper from "./messages/en/desk-paper.json";
import enDeskQueue from "./messages/en/desk-queue.json";
import enDeskRemedies from "./messages/en/desk-remedies.json";
import enReplies from "./messages/en/desk-replies.json";
import enDeskReport from "./messages/en/desk-report.json";
import enDeskSearch from "./messages/en/desk-search.json";
import enSheet from "./messages/en/desk-sheet.json";
import enWithdrawals from "./messages/en/desk-withdrawals.json";

import enErrors from "./messages/en/errors.json";
import enFamily from "./messages/en/family.json";
import enPermissions from "./messages/en/family-permissions.json";
import enReply from "./messages/en/family-reply.json";
import enSafety from "./messages/en/family-safety.json";
import enSteps from "./messages/en/family-steps.json";
import enFigures from "./messages/en/figures.json";
import enForms from "./messages/en/forms.json";
import enGlossary from "./messages/en/glossary.json";
import enHome from "./messages/en/home.json";
import enImports from "./messages/en/imports.json";
import enMethod from "./messages/en/method.json";
import enPress from "./messages/en/press.json";
import enPrivacy from "./messages/en/privacy.json";
import enRefusals from "./messages/en/refusals.json";
import enReturning from "./messages/en/returning.json";
import enStaff from "./messages/en/staff.json";
import enTallies from "./messages/en/tallies.json";
import enVerifySite from "./messages/en/verify-site.json";
import esAbout from "./messages/es/about.json";
import esArchive from "./messages/es/archive.json";
import esBalances from "./messages/es/balances.json";
import esCard from "./messages/es/card.json";
import esCases from "./messages/es/cases.json";
import esChanges from "./messages/es/changes.json";
import esClaims from "./messages/es/claims.json";
import esCommon from "./messages/es/common.json";
import esData from "./messages/es/data.json";
import esDesk from "./messages/es/desk.json";
import esDeskBalances from "./messages/es/desk-balances.json";
import esDecision from "./messages/es/desk-decision.json";
import esDocuments from "./messages/es/desk-documents.json";
import esEvidence from "./messages/es/desk-evidence.json";
import esDeskFicha from "./messages/es/desk-ficha.json";
import esDeskIdentity from "./messages/es/desk-identity.json";
import esDeskLanes from "./messages/es/desk-lanes.json";
import esLedger from "./messages/es/desk-ledger.json";
import esLists from "./messages/es/desk-lists.json";
import esDeskMessages from "./messages/es/desk-messages.json";
import esNews from "./messages/es/desk-news.json";
import esNight from "./messages/es/desk-night.json";
import esPairs from "./messages/es/desk-pairs.json";
import esPaper from "./messages/es/desk-paper.json";
import esDeskQueue from "./messages/es/desk-queue.json";
import esDeskRemedies from "./messages/es/desk-remedies.json";
import esReplies from "./messages/es/desk-replies.json";
import esDeskReport from "./messages/es/desk-report.json";
import esDeskSearch from "./messages/es/desk-search.json";
import esSheet from "./messages/es/desk-sheet.json";
import esWithdrawals from "./messages/es/desk-withdrawals.json";

import esErrors from "./messages/es/errors.json";
import esFamily from "./messages/es/family.json";
import esPermissions from "./messages/es/family-permissions.json";
import esReply from "./messages/es/family-reply.json";
import esSafety from "./messages/es/family-safety.json";
import esSteps from "./messages/es/family-steps.json";
import esFigures from "./messages/es/figures.json";
import esForms from "./messages/es/forms.json";
import esGlossary from "./messages/es/glossary.json";
import esHome from "./messages/es/home.json";
import esImports from "./messages/es/imports.json";
import esMethod from "./messages/es/method.json";
import esPress from "./messages/es/press.json";
import esPrivacy from "./messages/es/privacy.json";
import esRefusals from "./messages/es/refusals.json";
import esReturning from "./messages/es/returning.json";
import esStaff from "./messages/es/staff.json";
import esTallies from "./messages/es/tallies.json";
import esVerifySite from "./messages/es/verify-site.json";

const es = {
  common: esCommon,
  refusals: esRefusals,
  errors: esErrors,
  home: esHome,
  cases: esCases,
  method: esMethod,
  changes: esChanges,
  claims: esClaims,
  balances: esBalances,
  figures: esFigures,
  archive: esArchive,
  card: esCard,
  data: esData,
  family: esFamily,
  reply: esReply,
  safety: esSafety,
  permissions: esPermissions,
  steps: esSteps,
  desk: esDesk,
  "desk-queue": esDeskQueue,
  "desk-report": esDeskReport,
  "desk-search": esDeskSearch,
  "desk-balances": esDeskBalances,
  "desk-ficha": esDeskFicha,
  "desk-identity": esDeskIdentity,
  "desk-lanes": esDeskLanes,
  "desk-remedies": esDeskRemedies,
  "desk-messages": esDeskMessages,
  "desk-news": esNews,
  returning: esReturning,
  lists: esLists,
  pairs: esPairs,
  paper: esPaper,
  sheet: esSheet,
  withdrawals: esWithdrawals,
  replies: esReplies,
  "desk-decision": esDecision,
  staff: esStaff,
  tallies: esTallies,
  forms: esForms,
  night: esNight,
  documents: esDocuments,
  evidence: esEvidence,
  ledger: esLedger,
  imports: esImports,
  about: esAbout,
  glossary: esGlossary,
  press: esPress,
  privacy: esPrivacy,
  "verify-site": esVerifySite,
};

/** Spanish is the source: a key that is missing in English does not compile. */
export type Messages = typeof es;
export type Namespace = keyof Messages;
const en: Messages = {
  common: enCommon,
  refusals: enRefusals,
  errors: enErrors,
  home: enHome,
  cases: enCases,
  method: enMethod,
  changes: enChanges,
  claims: enClaims,
  balances: enBalances,
  figures: enFigures,
  archive: enArchive,
  card: enCard,
  data: enData,
  family: enFamily,
  reply: enReply,
  safety: enSafety,
  permissions: enPermissions,
  steps: enSteps,
  desk: enDesk,
  "desk-queue": enDeskQueue,
  "desk-report": enDeskReport,
  "desk-search": enDeskSearch,
  "desk-balances": enDeskBalances,
  "desk-ficha": enDeskFicha,
  "desk-identity": enDeskIdentity,
  "desk-lanes": enDeskLanes,
  "desk-remedies": enDeskRemedies,
  "desk-messages": enDeskMessages,
  "desk-news": enNews,
  returning: enReturning,
  lists: enLists,
  pairs: enPairs,
  paper: enPaper,
  sheet: enSheet,
  withdrawals: enWithdrawals,
  replies: enReplies,
  "desk-decision": enDecision,
  staff: enStaff,
  tallies: enTallies,
  forms: enForms,
  night: enNight,
  documents: enDocuments,
  evidence: enEvidence,
  ledger: enLedger,
  imports: enImports,
  about: enAbout,
  glossary: enGlossary,
  press: enPress,
  privacy: enPrivacy,
  "verify-site": enVerifySite,
};

const catalogues: Record<Locale, Messages> = { es, en };

const translators = new Map<string, unknown>();

/** The sentences of one namespace in one language (ICU, dates in Caracas time), each read once. Keys are checked by the compiler. */
export function translator<N extends Namespace>(locale: Locale, namespace: N): Translator<N> {
  const key = `${locale} ${namespace}`;
  const made = translators.get(key) ?? makeTranslator(locale, namespace);
  translators.set(key, made);
  return made as Translator<N>;
}

type Translator<N extends Namespace> = ReturnType<typeof makeTranslator<N>>;

const makeTranslator = <N extends Namespace>(locale: Locale, namespace: N) =>
  createTranslator<Messages, N>({
    locale: tagOf(locale),
    messages: catalogues[locale],
    namespace,
    timeZone: CARACAS,
  });

/** A language for rules that build their keys as they go: its tag for numbers and dates, and the sentences of one namespace. */
export interface Words {
  tag: string;
  say: (key: string, values?: Record<string, string | number>) => string;
}

/** The sentences of a namespace under keys the compiler cannot know. Tests walk through every key that can be built. */
export function wordsOf(locale: Locale, namespace: Namespace): Words {
  const t = translator(locale, namespace);
  return { tag: tagOf(locale), say: (key, values) => t(key as never, values as never) };
}
