import { detentionForm } from "../detention/schema";
import { personForm } from "../person/schema";
import { type ReportPayload, reportPayload } from "../schema";
import { type PostedForm, type Problem, problemsIn } from "../typed/schema";
import { whereaboutsForm } from "../whereabouts/schema";
import { type Draft, type Step, steps } from "./schema";

/** How long an unsent draft is kept after its last step was saved; the page says so. */
export const DRAFT_DAYS = 14;

/** Only who and when are needed; everything else may follow later, with the code. */
export const neededSteps: Step[] = ["person", "detention"];

const formOf = (step: Step, today: string) =>
  step === "person" ? personForm : step === "detention" ? detentionForm(today) : whereaboutsForm;

/** What must be mended in one posted step; empty when it can be accepted. */
export const problemsOf = (step: Step, posted: PostedForm, today: string): Problem[] =>
  problemsIn(formOf(step, today), posted);

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

/** The report that a complete draft makes. Throws where `holdsBack` names a step. */
export function reportFrom(draft: Draft, today: string): ReportPayload {
  const last = whereaboutsForm.parse(draft.forms.whereabouts ?? {});
  return reportPayload.parse({
    version: 1,
    locale: draft.locale,
    permissions: draft.permissions,
    person: personForm.parse(draft.forms.person),
    detention: detentionForm(today).parse(draft.forms.detention),
    ...last,
    threadPublicKey: draft.threadPublicKey,
  });
}

/** Read earlier at the desk: perhaps under 18, or nobody says where the person is. Tells nothing else. */
export function isUrgent({ person, whereabouts }: ReportPayload, today: string): boolean {
  const age = person.approxAge ?? (person.birthYear && Number(today.slice(0, 4)) - person.birthYear - 1);
  const perhapsMinor = age !== undefined && age < 18;
  return perhapsMinor || whereabouts.told === "not_told" || whereabouts.told === "denied";
}
