import { href } from "@/lib/i18n/paths";
import { type Button, type Form, formsIn } from "./forms";
import type { Page, Phone, Written } from "./phone";

export const START = href("es", "tramite");
export const RETURN = href("es", "tramite/volver");
/** Where a report that was sent leads. */
export const SENT = href("es", "tramite/listo");
const SENDS = /^Enviar\b/;

/** What a family that is in a hurry writes; a page asks for more, and the rest stays as it is. */
export interface Hurried {
  givenNames: string;
  surnames: string;
  [field: string]: string;
}

/** One post of a registration: where, by which form, with what. */
export interface Posted {
  page: Page;
  form: Form;
  written: Record<string, string>;
  button: Button | undefined;
}

export interface Sent {
  code: string;
  posts: Posted[];
  page: Page;
}

export const hurried = (givenNames: string, surnames: string): Hurried => ({
  ...{ store: "yes", count: "yes" },
  ...{ givenNames, surnames },
  ...{ day: "3", month: "2", year: "2026", entity: "VE-K" },
});

/**
 * Registers by the shortest way the pages offer, whatever they are: presses "Enviar ahora" where it is offered, else what the page
 * draws as the way on, filling the fields it knows. `before` sees each post before it goes.
 */
export async function register(
  phone: Phone,
  words: Hurried,
  before: (post: Posted) => Promise<unknown> | unknown = () => {},
): Promise<Sent> {
  let page = await phone.open(START);
  const posts: Posted[] = [];
  while (posts.length < 20) {
    const { form, button } = wayOn(page);
    const written = answersTo(form, words);
    const post = { page, form, written, button };
    await before(post);
    const answer = await phone.post(page, form, written, button);
    posts.push(post);
    page = await phone.shown(answer);
    if (page.status !== 200) throw new Error(`${page.path} answers ${page.status}`);
    if (isSent(page)) return { code: codeIn(page) ?? "", posts, page };
  }
  throw new Error(`not sent after ${posts.length} posts: ${page.path}`);
}

/** The twenty digits a page shows in its box, or null. */
export function codeIn({ html }: Page): string | null {
  const box = /<p[^>]*class="number"[\s\S]*?<\/p>/.exec(html)?.[0] ?? "";
  const digits = box.replaceAll(/<[^>]*>/g, "").replaceAll(/\D/g, "");
  return digits.length === 20 ? digits : null;
}

/** Whether a page is the receipt: it shows the number, and nothing to go on to. */
export const isSent = (page: Page): boolean =>
  page.path === SENT ||
  (codeIn(page) !== null && !formsIn(page.html).some(({ buttons }) => buttons.some(({ isMain }) => isMain)));

/** Types a number where numbers are typed; the page it opens is not shown yet. */
export async function typeCode(phone: Phone, code: Written): Promise<Page> {
  const page = await phone.open(RETURN);
  const form = formsIn(page.html).find(({ fields }) => fields.some(({ name }) => name === "code"));
  if (!form) throw new Error(`${RETURN} (${page.status}) asks for no number`);
  return phone.post(page, form, { code });
}

/** The form and button by which a family goes on; one that is hurried sends wherever that is offered. */
export function wayOn(page: Page, isHurried = true): { form: Form; button: Button | undefined } {
  const forms = formsIn(page.html);
  const pressed = (fits: (button: Button) => boolean) => {
    const form = forms.find(({ buttons }) => buttons.some(fits));
    return form && { form, button: form.buttons.find(fits) };
  };
  const found =
    (isHurried ? pressed(({ text }) => SENDS.test(text)) : undefined) ??
    pressed(({ isMain, name }) => isMain && name !== "to") ??
    pressed(({ isMain }) => isMain);
  if (!found) throw new Error(`${page.path} (${page.status}) leads nowhere`);
  return found;
}

/** What that family writes into a form. */
export function answersTo({ fields }: Form, words: Hurried): Record<string, string> {
  const known = fields.filter(({ name, kind }) => kind !== "hidden" && words[name] !== undefined);
  return Object.fromEntries(known.map(({ name }) => [name, words[name] ?? ""]));
}
