import type { StaffActor } from "@/lib/auth/actor";
import { newCode } from "@/lib/intake/receipt/queries";
import { sendReply } from "@/lib/intake/replies/commands";
import { confirmNaming, proposeNaming } from "@/lib/publication/naming/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { asOwner } from "./owner";
import { at, givenCase, givenDecision, plainCase } from "./stories";

const second = at("2026-01-22T12:00:00Z");
const third = at("2026-01-23T12:00:00Z");

/** An adult whose page stands by permission: opened, decided, reviewed, and named by two. */
export async function givenNamed(
  opener: StaffActor,
  author: StaffActor,
  [first, other]: [StaffActor, StaffActor],
): Promise<{ caseId: string; reference: string }> {
  const yes = { purpose: "name", granted: true, givenBy: "relative", standing: true } as const;
  const opened = await givenCase(opener, { permissions: [...plainCase.permissions, yes] });
  const decision = await givenDecision(author, opened.caseId);
  await reviewDecision(other, decision, { agreed: true, note: "" }, second);
  await confirmNaming(other, await proposeNaming(first, opened.caseId, third), third);
  return opened;
}

/** Somebody without an account writes about a page; answers their code and the id at the desk. */
export async function givenReply(
  posted: Record<string, string>,
  clock: () => Date,
): Promise<{ code: string; id: string }> {
  const before = await ids();
  const code = newCode();
  await sendReply({ kind: "family" }, { code, posted, locale: "es" }, clock);
  const [id = ""] = (await ids()).filter((one) => !before.includes(one));
  return { code, id };
}

const ids = async () =>
  (await asOwner<{ id: string }>("SELECT report_id AS id FROM registry.replies")).map((row) => row.id);
