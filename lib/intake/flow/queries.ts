import { createHash, randomBytes } from "node:crypto";
import type { Clock } from "@/lib/core/clock";
import { secret } from "@/lib/core/env";
import { intake } from "@/lib/db/intake";
import { DoesNotOpen } from "@/lib/vault/padding";
import { openUnder, sealUnder } from "@/lib/vault/seal";
import { type Flow, flow } from "./schema";

type Unsealed = Flow extends infer F ? (F extends Flow ? Omit<F, "sealedAt"> : never) : never;

/**
 * A flow as text for a cookie or a hidden field. Only this installation can read it; sealing it again begins its half hour anew, in the
 * same visit.
 */
export function sealFlow(value: Unsealed, clock: Clock): string {
  const visit = value.visit ?? randomBytes(6).toString("base64url");
  const sealed = sealUnder(flowKey(), { ...value, visit, sealedAt: clock().getTime() }, CONTEXT);
  return Buffer.from(sealed).toString("base64url");
}

/** The flow that a browser brought back, or null when there is none or somebody made it up. */
export function openFlow(sealed: string | undefined | null): Flow | null {
  if (!sealed || sealed.length > 4096) return null;
  try {
    return flow.parse(openUnder(flowKey(), new Uint8Array(Buffer.from(sealed, "base64url")), CONTEXT));
  } catch (error) {
    if (error instanceof DoesNotOpen || (error as Error).name === "ZodError") return null;
    throw error;
  }
}

/** Whether somebody left the visit that this flow belongs to. */
export async function isEnded({ kind, visit }: Flow): Promise<boolean> {
  if (visit === undefined || kind === "before") return false;
  const [row] = await intake().$queryRaw<{ ended: boolean }[]>`
    SELECT registry.intake_visit_ended(${markOf(visit)}) AS ended`;
  return row?.ended === true;
}

/** What stands in the database for a visit: nobody who reads it there can make the visit's flow from it. */
export const markOf = (visit: string): Buffer<ArrayBuffer> =>
  createHash("sha256").update(flowKey()).update(`visit|${visit}`).digest().subarray(0, 16);

const CONTEXT = "flow";
const flowKey = () => new Uint8Array(createHash("sha256").update(secret("FLOW_KEY")).digest());
