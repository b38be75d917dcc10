import { type Form, formsIn, wordFields } from "../family/forms";
import type { Page, Phone, Written } from "../family/phone";
import { RETURN, typeCode } from "../family/walk";
import { registerWhole, writable } from "../family/whole";
import { BYTES, LONG } from "./strings";

/** What was tried, and what went wrong with it. */
export interface Tried {
  posts: number;
  boxes: Set<string>;
  wrong: string[];
}

/** Every box a family can write in, on the way to a report and behind its number, given each of these words. */
export async function tryEveryBox(
  newPhone: () => Phone,
  strings: string[],
  own: () => string,
): Promise<Tried> {
  const tried: Tried = { posts: 0, boxes: new Set(), wrong: [] };
  const phone = newPhone();
  const { code } = await registerWhole(phone, own, async (page) => {
    for (const form of writable(page)) await tryForm(newPhone(), phone, page, form, strings, tried, true);
  });
  await tryHidden(phone, strings, tried);
  phone.forget();
  const door = await phone.open(RETURN);
  for (const form of writable(door)) await tryForm(newPhone(), phone, door, form, strings, tried, false);
  phone.forget();
  const written = await phone.open("/tramite/escrito");
  for (const form of writable(written))
    await tryForm(newPhone(), phone, written, form, strings, tried, false);
  phone.forget();
  const report = await phone.shown(await typeCode(phone, code));
  for (const form of writable(report)) await tryForm(newPhone(), phone, report, form, strings, tried, false);
  for (const form of formsIn(report.html))
    for (const button of form.buttons.filter(({ name }) => name === "to")) {
      const next = await phone.shown(await phone.post(report, form, {}, button));
      for (const further of writable(next))
        await tryForm(newPhone(), phone, next, further, strings, tried, false);
    }
  phone.close();
  return tried;
}

async function tryForm(
  other: Phone,
  phone: Phone,
  page: Page,
  form: Form,
  strings: string[],
  tried: Tried,
  isKept: boolean,
): Promise<void> {
  const names = wordFields(form);
  for (const name of names) tried.boxes.add(`${page.path} ${name}`);
  const all = (words: Written) => Object.fromEntries(names.map((name) => [name, words]));
  const button = form.buttons[0];
  for (const words of strings) {
    const answer = await phone.post(page, form, all(words), button);
    judge(answer, `${page.path} ${JSON.stringify(words.slice(0, 60))}`, tried);
    if (!isKept || words.length > 5000) continue;
    const again = await phone.open(page.path);
    judge(again, `${page.path} again`, tried);
    const drawn = formsIn(again.html).flatMap(({ fields }) => fields);
    for (const name of names) {
      const kept = drawn.find((field) => field.name === name)?.value ?? null;
      if (kept === null || bare(kept) !== bare(words))
        tried.wrong.push(
          `${page.path} ${name}: ${JSON.stringify(words.slice(0, 60))} is ${JSON.stringify(kept?.slice(0, 60))}`,
        );
    }
  }
  for (const words of [LONG, ...BYTES])
    judge(await other.post(page, form, all(words), button), `${page.path} long or no text`, tried);
  other.close();
}

/** What a page carries for itself, written by somebody else. */
async function tryHidden(phone: Phone, strings: string[], tried: Tried): Promise<void> {
  const page = await phone.open(RETURN);
  const [form] = writable(page);
  if (!form) throw new Error(`${RETURN} asks for nothing`);
  for (const words of strings.slice(0, 60)) {
    const answer = await phone.post(page, form, {
      flow: words,
      locale: words,
      [words || "x"]: words,
      code: "1",
    });
    judge(answer, `hidden ${JSON.stringify(words.slice(0, 60))}`, tried);
  }
}

function judge(answer: Page, what: string, tried: Tried): void {
  tried.posts++;
  if (answer.status >= 500) tried.wrong.push(`${what}: ${answer.status}`);
  else if (answer.status !== 303 && !/<h1[\s>]/.test(answer.html))
    tried.wrong.push(`${what}: ${answer.status} with nothing to read`);
}

/** As a browser sends and shows it: whole characters, one kind of line break, no null, and no mark of byte order before it. */
const bare = (words: string): string =>
  Buffer.from(words)
    .toString("utf8")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\0\ufffd]/g, "")
    .replace(/^\ufeff/, "");
