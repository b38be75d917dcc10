import { type Field, type Form, formsIn } from "./forms";
import type { Page, Phone } from "./phone";
import { codeIn, SENT, START, wayOn } from "./walk";

/** What stands in fields that take no free words, wherever they come. */
const KNOWN: Record<string, string> = {
  ...{ store: "yes", count: "yes", idKind: "passport", ageKind: "unknown", sex: "woman" },
  ...{ day: "3", month: "2", year: "2026", precision: "exact", entity: "VE-K" },
  ...{ told: "told", facility: "OTRO", danger: "no", way: "call", from: "", until: "" },
};

/** What a family wrote into one box. */
export interface Box {
  path: string;
  field: string;
}

/**
 * Registers the long way: every page, every box filled by `write`, every choice taken; what a page asks to be mended is left blank.
 * Answers the number and the boxes there were.
 */
export async function registerWhole(
  phone: Phone,
  write: (box: Box) => string,
  onPage: (page: Page) => Promise<void> = async () => {},
): Promise<{ code: string; boxes: Box[] }> {
  const boxes = new Map<string, Box>();
  const note = (path: string) => (field: Field) => {
    boxes.set(`${path} ${field.name}`, { path, field: field.name });
    return write({ path, field: field.name });
  };
  let page = await phone.open(START);
  for (let posts = 0; posts < 40; posts++) {
    await onPage(page);
    const { form, button } = wayOn(page, false);
    const answer = await phone.post(page, form, filled(form, note(page.path)), button);
    const next = await phone.shown(answer);
    if (next.status !== 200) throw new Error(`${next.path} answers ${next.status}`);
    if (next.path === SENT) return { code: codeIn(next) ?? "", boxes: [...boxes.values()] };
    page = next;
  }
  throw new Error(`never sent: ${page.path}`);
}

/** What is posted in a form by somebody who answers everything. */
export function filled({ fields }: Form, write: (field: Field) => string): Record<string, string> {
  const written: Record<string, string> = {};
  for (const field of fields) {
    const { name, kind, options, isNumber, isWrong } = field;
    if (kind === "hidden" || kind === "file" || name === "") continue;
    const known = KNOWN[name];
    if (known !== undefined && (options.length === 0 || options.includes(known))) written[name] = known;
    else if (kind === "text" || kind === "long") written[name] = isNumber || isWrong ? "" : write(field);
    else written[name] = options.at(-1) ?? "";
  }
  return written;
}

/** The forms of a page that somebody can write words in. */
export const writable = (page: Page): Form[] =>
  formsIn(page.html).filter(({ fields }) => fields.some(({ kind }) => kind === "text" || kind === "long"));
