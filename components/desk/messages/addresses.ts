import type { ThreadView } from "@/lib/vetting/threads/schema";

/** Where a list of conversations stands, and from which one on. */
export function threadsAddress(view: ThreadView, after?: string | null): string {
  const asked = new URLSearchParams({ ver: view });
  if (after) asked.set("desde", after);
  return `/equipo/mensajes?${asked}`;
}
