import { createHash } from "node:crypto";
import type { Clock } from "@/lib/core/clock";
import { secret } from "@/lib/core/env";
import { DoesNotOpen } from "@/lib/vault/padding";
import { openUnder, sealUnder } from "@/lib/vault/seal";
import { type Flow, flow } from "./schema";

type Unsealed = Flow extends infer F ? (F extends Flow ? Omit<F, "sealedAt"> : never) : never;

/** A flow as text for a cookie or a hidden field. Only this installation can read it; sealing it again begins its half hour anew. */
export function sealFlow(value: Unsealed, clock: Clock): string {
  const sealed = sealUnder(flowKey(), { ...value, sealedAt: clock().getTime() }, CONTEXT);
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

const CONTEXT = "flow";
const flowKey = () => new Uint8Array(createHash("sha256").update(secret("FLOW_KEY")).digest());
