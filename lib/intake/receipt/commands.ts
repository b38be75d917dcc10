import type { FamilyActor } from "@/lib/auth/actor";
import type { Clock } from "@/lib/core/clock";
import { secret } from "@/lib/core/env";
import { Refusal } from "@/lib/core/refusal";
import { inTurn } from "@/lib/core/turns";
import { type CodeKeys, deriveFromCode } from "@/lib/vault/receipt";
import { openDraft } from "../draft/queries";
import type { Draft } from "../draft/schema";
import { normaliseCode, openReport } from "./queries";

export type Opened =
  | { kind: "report"; keys: CodeKeys }
  | { kind: "draft"; keys: CodeKeys; code: string; draft: Draft };

/**
 * What a typed code opens: the report it belongs to, or the draft not sent yet. Refuses a mistyped, unknown, expired and
 * revoked code alike. Tries wait their turn, whoever makes them: many wrong ones slow everybody a little and lock nobody out.
 */
export async function openWithCode(_actor: FamilyActor, typed: string, clock: Clock): Promise<Opened> {
  return inTurn("code", async () => {
    const code = normaliseCode(typed);
    if (!code) throw new Refusal("code_unknown");
    const keys = await deriveFromCode(code, secret("INTAKE_PEPPER"));
    if (await openReport(keys)) return { kind: "report", keys };
    const found = await openDraft(keys, clock);
    if (found) return { kind: "draft", keys, code, draft: found.draft };
    throw new Refusal("code_unknown");
  });
}
