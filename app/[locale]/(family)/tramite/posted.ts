import { type Locale, localeOf } from "@/lib/i18n/locales";
import { openFlow } from "@/lib/intake/flow/queries";
import type { Flow } from "@/lib/intake/flow/schema";
import type { PostedForm } from "@/lib/intake/typed/schema";
import { carriedFlow } from "./flow-cookie";

const MOST = 5000;

/** A posted form in three: the language it was shown in, the flow it belongs to, and what was typed. */
export async function readPosted(
  form: FormData,
): Promise<{ locale: Locale; flow: Flow | null; typed: PostedForm }> {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  // Several boxes ticked under one name come as one text, parted by commas.
  const all = (name: string) =>
    form
      .getAll(name)
      .filter((value) => typeof value === "string")
      .join(",")
      // Browsers send each line break as two signs, and count it as one.
      .replace(/\r\n?/g, "\n");
  const typed: PostedForm = {};
  for (const name of new Set(form.keys())) {
    if (!name.startsWith("$") && name !== "flow" && name !== "locale") typed[name] = all(name).slice(0, MOST);
  }
  // The page's own field first: with two forms open in one browser, the cookie may be the other one's.
  const flow = openFlow(text("flow")) ?? (await carriedFlow());
  return { locale: localeOf(text("locale")), flow, typed };
}
