import { notFound } from "next/navigation";
import { Refusal } from "@/lib/core/refusal";

/** What a page is about, or the page of what does not exist: a reference nobody has and one that may not be seen are answered alike. */
export const foundOr404 = <Found>(asked: Promise<Found>): Promise<Found> =>
  asked.catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    throw error;
  });
