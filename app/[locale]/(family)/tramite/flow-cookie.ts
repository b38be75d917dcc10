import { cookies, headers } from "next/headers";
import { type Clock, wallClock } from "@/lib/core/clock";
import { origin } from "@/lib/core/env";
import { openFlow, sealFlow } from "@/lib/intake/flow/queries";
import { FLOW_MINUTES } from "@/lib/intake/flow/rules";
import type { Flow } from "@/lib/intake/flow/schema";

/** A flow before it is sealed. */
export type Standing = Parameters<typeof sealFlow>[0];

/** Browsers keep a `__Host-` cookie over https only; without it the name is plain and the hidden field goes beside it. */
async function cookieName(): Promise<{ name: string; secure: boolean }> {
  const secure =
    origin("FAMILY")?.startsWith("https:") ??
    (await headers()).get("x-forwarded-proto")?.split(",")[0]?.trim() === "https";
  return secure ? { name: "__Host-tramite", secure } : { name: "tramite", secure };
}

/** The flow in the browser's cookie. During the answer to a post it is already the one the post has just set. */
export async function carriedFlow(): Promise<Flow | null> {
  const { name } = await cookieName();
  return openFlow((await cookies()).get(name)?.value);
}

/** Whether the browser brought a flow cookie at all: one that does not keep cookies is answered without a redirect. */
export async function keepsCookies(): Promise<boolean> {
  const { name } = await cookieName();
  return (await cookies()).has(name);
}

/** Sends the flow on, for another half hour from when it is sealed. Dies with the browser's window all the same. */
export async function setFlow(flow: Standing, sealedAt: Clock = wallClock): Promise<void> {
  const { name, secure } = await cookieName();
  (await cookies()).set(name, sealFlow(flow, sealedAt), {
    httpOnly: true,
    sameSite: "strict",
    secure,
    path: "/",
    maxAge: FLOW_MINUTES * 60,
  });
}

/** Whether this page is being drawn in the very answer to a posted form: an address asked for has no content type. */
export async function answersPost(): Promise<boolean> {
  return (await headers()).get("content-type")?.startsWith("multipart/form-data") === true;
}
