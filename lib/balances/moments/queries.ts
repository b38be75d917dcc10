import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { desk } from "@/lib/db/desk";
import { listMoments } from "../drafts/queries";
import type { PublishedMoment } from "../rules";

/** Every publication moment, newest first, for those who may read exact numbers. */
export async function listPublishedMoments(viewer: Actor): Promise<PublishedMoment[]> {
  authorise(viewer, "tally.read");
  return desk().$transaction((tx) => listMoments(tx));
}
