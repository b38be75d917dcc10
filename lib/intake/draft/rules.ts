import type { z } from "zod";
import { contactForm } from "../contact/schema";
import { courtForm } from "../court/schema";
import { detentionForm } from "../detention/schema";
import { healthForm } from "../health/schema";
import { isSaid, offeredTo, perhapsUnder18 } from "../permissions/rules";
import { permissionsForm } from "../permissions/schema";
import { personForm } from "../person/schema";
import { type ReportPayload, reportPayload } from "../schema";
import { type PostedForm, type Problem, problemsIn } from "../typed/schema";
import { whereaboutsForm } from "../whereabouts/schema";
import { type Draft, type Step, steps } from "./schema";

/** How long an unsent draft is kept after its last step was saved; the page says so. */
export const DRAFT_DAYS = 14;

/** Only who and when are needed; everything else may follow later, with the code. */
export const neededSteps: Step[] = ["person", "detention"];

/** Each page's form; `today` is the last day that can have happened. */
const formsOn = (today: string) =>
  ({
    person: personForm,
    detention: detentionForm(today),
    whereabouts: whereaboutsForm,
    court: courtForm(today),
    health: healthForm,
    contact: contactForm,
    permissions: permissionsForm,
  }) satisfies Record<Step, z.ZodType>;

/** What must be mended in one posted step; empty when it can be accepted. */
export const problemsOf = (step: Step, posted: PostedForm, today: string): Problem[] =>
  problemsIn(formsOn(today)[step], posted);

/** Where a family goes on: the first step that must be mended, else the first not yet answered, else the review. */
export function whereToResume(draft: Draft, today: string): Step | "review" {
  const wrong = steps.find((step) => {
    const posted = draft.forms[step];
    return posted && problemsOf(step, posted, today).length > 0;
  });
  return wrong ?? steps.find((step) => !draft.forms[step]) ?? "review";
}

/** The step that keeps a draft from being sent, or null when it may be: needed steps answered and nothing to mend. */
export function holdsBack(draft: Draft, today: string): Step | null {
  return (
    steps.find((step) => {
      const posted = draft.forms[step];
      return posted ? problemsOf(step, posted, today).length > 0 : neededSteps.includes(step);
    }) ?? null
  );
}

/** Whether what is needed has been answered rightly: from then on sending is offered, whatever an optional page still wants mended. */
export const isReady = (draft: Draft, today: string): boolean =>
  neededSteps.every((step) => {
    const posted = draft.forms[step];
    return posted !== undefined && problemsOf(step, posted, today).length === 0;
  });

/** The report that a complete draft makes. Throws where `holdsBack` names a step. */
export function reportFrom(draft: Draft, today: string): ReportPayload {
  const forms = formsOn(today);
  const read = (step: "whereabouts" | "court" | "health" | "contact") =>
    forms[step].parse(draft.forms[step] ?? {});
  const { offered, relation } = standingIn(draft, today);
  const { answers } = permissionsForm.parse(draft.forms.permissions ?? {});
  return reportPayload.parse({
    version: 1,
    locale: draft.locale,
    permissions: [
      ...draft.permissions,
      ...answers.filter(({ purpose }) => offered.some((one) => one === purpose)),
    ],
    person: forms.person.parse(draft.forms.person),
    detention: forms.detention.parse(draft.forms.detention),
    ...read("whereabouts"),
    ...read("court"),
    ...read("health"),
    ...read("contact"),
    ...(relation && { relation }),
    threadPublicKey: draft.threadPublicKey,
  });
}

/**
 * What whoever writes this draft is to the person, and what they can be asked: judged by all its pages, so that a page mended later
 * leaves no permission standing that nobody could give.
 */
export function standingIn(draft: Draft, today: string) {
  const forms = formsOn(today);
  const whereabouts = forms.whereabouts.safeParse(draft.forms.whereabouts ?? {}).data;
  const permissions = forms.permissions.safeParse(draft.forms.permissions ?? {}).data;
  const told = isSaid(whereabouts?.relation) ? whereabouts?.relation : undefined;
  const relation = told ?? permissions?.relation ?? whereabouts?.relation;
  const person = forms.person.safeParse(draft.forms.person ?? {}).data;
  const year = forms.detention.safeParse(draft.forms.detention ?? {}).data?.date.year;
  const under18 = person !== undefined && perhapsUnder18(person, year ?? Number(today.slice(0, 4)));
  return { relation, isToldBefore: told !== undefined, under18, offered: offeredTo(relation, under18) };
}

/** Read earlier at the desk: danger today, perhaps under 18, or nobody says where the person is. Tells nothing else. */
export function isUrgent({ person, whereabouts, health }: ReportPayload, today: string): boolean {
  const perhapsMinor = perhapsUnder18(person, Number(today.slice(0, 4)));
  return health?.danger === "yes" || perhapsMinor || ["not_told", "denied"].includes(whereabouts.told);
}
