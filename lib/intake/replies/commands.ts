import type { FamilyActor } from "@/lib/auth/actor";
import { type Clock, minuteOf } from "@/lib/core/clock";
import { secret } from "@/lib/core/env";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import { inTurn } from "@/lib/core/turns";
import { intake } from "@/lib/db/intake";
import type { Locale } from "@/lib/i18n/locales";
import { deriveFromCode } from "@/lib/vault/receipt";
import { sealTo, sealToVault } from "@/lib/vault/seal";
import { vaultKey } from "../draft/queries";
import { type MessageContent, type ReportPayload, reportPayload } from "../schema";
import type { PostedForm } from "../typed/schema";
import { answerBy } from "./rules";
import { replyForm } from "./schema";

/** It reports nobody. */
const nobody = {
  permissions: [],
  person: { givenNames: "", surnames: "", idDocument: null, sex: "unknown" },
  detention: { date: { precision: "unknown" } },
  whereabouts: { told: "unknown" },
} as const;

/**
 * Keeps what somebody wrote about a public page, sealed to the vault, with a thread that only their code opens. Nothing is looked up:
 * every reference is kept alike, whether a page bears it or ever did, and nothing changes by it. Posted twice it is one. Posts take their
 * turn, whoever makes them. Refuses `reception_closed`, `server_busy`, and `code_unknown` for a code that is something else's.
 */
export async function sendReply(
  _actor: FamilyActor,
  { code, posted, locale }: { code: string; posted: PostedForm; locale: Locale },
  clock: Clock,
): Promise<void> {
  const reply = replyForm.parse(posted);
  const vault = await vaultKey();
  if (!vault) throw new Refusal("reception_closed");
  await inTurn("reply", async () => {
    const { lookup, threadPublicKey } = await deriveFromCode(code, secret("INTAKE_PEPPER"));
    const payload: ReportPayload = reportPayload.parse({
      ...{ version: 1, locale, ...nobody, reply },
      threadPublicKey: Buffer.from(threadPublicKey).toString("base64"),
    });
    const received = minuteOf(clock());
    const id = newId(received);
    const first: MessageContent = { stage: "received", reply: true };
    const [row] = await intake().$queryRaw<{ kept: string }[]>`
      SELECT registry.intake_send_reply(${lookup}, ${id}::uuid, ${await sealToVault(vault, payload)}, ${newId(received)}::uuid,
        ${Buffer.from(threadPublicKey)}, ${received}, ${reply.asks === "danger"}, ${answerBy(reply.asks, received)},
        ${newId(received)}::uuid, ${await sealTo(threadPublicKey, first)}, ${await sealToVault(vault, first)},
        ${await sealToVault(vault, { report: id })}) AS kept`;
    if (row?.kept !== "kept") throw new Refusal("code_unknown");
  });
}
