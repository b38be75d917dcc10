import { untouched } from "../../proof/family/forms";
import { type Page, Phone } from "../../proof/family/phone";
import { codeIn, hurried, register, SENT } from "../../proof/family/walk";

/** One post of the shortest registration as its page asked for it: where to, and what it carries besides the family's words. */
export interface Step {
  path: string;
  fields: Map<string, string>;
  words: string[];
}

/** What so many phones at once made of a stretch of time. */
export interface Load {
  registrations: number;
  /** Codes of some of them, to be opened afterwards. */
  codes: string[];
  milliseconds: number[];
  seconds: number;
  failed: string[];
}

/** One in so many is opened afterwards, and no more than can be tried at once. */
const SAMPLED = 25;
const TRIED = 40;

/** Walks the pages once, as a browser does, and keeps what each form posts. */
export async function learn(address: string): Promise<Step[]> {
  const phone = new Phone(address);
  const { posts } = await register(phone, hurried("Persona", "Primera"));
  phone.close();
  return posts.map(({ page, form, written, button }) => {
    const fields = untouched(form, button);
    for (const [name, value] of Object.entries(written)) fields.set(name, value);
    // The cookie carries it: the one in this page belongs to the phone that learnt.
    fields.delete("flow");
    return { path: form.action || page.path, fields, words: ["givenNames", "surnames"] };
  });
}

/** Phones that register one person after another until the time is over, posting each form anew and following no redirect. */
export async function registerFor(
  seconds: number,
  clients: number,
  address: string,
  steps: Step[],
): Promise<Load> {
  const load: Load = { registrations: 0, codes: [], milliseconds: [], seconds: 0, failed: [] };
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const client = async (nth: number) => {
    const phone = new Phone(address);
    for (let n = 0; performance.now() < until; n++) {
      phone.forget();
      try {
        const last = await once(phone, steps, `${nth}-${n}`, load.milliseconds);
        if (last.leads !== SENT) throw new Error(`${last.path} answers ${last.status} ${last.leads}`);
        load.registrations++;
        if (load.registrations % SAMPLED === 0 && load.codes.length < TRIED)
          load.codes.push(codeIn(await phone.shown(last)) ?? "");
      } catch (error) {
        load.failed.push(error instanceof Error ? error.message : String(error));
      }
    }
    phone.close();
  };
  await Promise.all(Array.from({ length: clients }, (_, nth) => client(nth)));
  load.seconds = (performance.now() - begun) / 1000;
  return load;
}

async function once(phone: Phone, steps: Step[], mark: string, took: number[]): Promise<Page> {
  let last: Page | null = null;
  for (const { path, fields, words } of steps) {
    const posted = new Map(fields);
    for (const name of words) if (posted.has(name)) posted.set(name, `Persona ${name} ${mark}`);
    last = await phone.send(path, posted);
    took.push(last.milliseconds);
    if (last.status !== 303 && last.status !== 200) break;
  }
  if (!last) throw new Error("nothing to post");
  return last;
}

/** How many a second the framework alone answers: posts of a form that keeps nothing and leads on, or pages that ask for nothing. */
export async function bareRate(
  seconds: number,
  clients: number,
  address: string,
  ask: (phone: Phone) => Promise<Page>,
): Promise<number> {
  const begun = performance.now();
  let answered = 0;
  const client = async () => {
    const phone = new Phone(address);
    while (performance.now() - begun < seconds * 1000) {
      const { status } = await ask(phone);
      if (status !== 200 && status !== 303) throw new Error(`the empty page answers ${status}`);
      answered++;
    }
    phone.close();
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (1000 * answered) / (performance.now() - begun);
}
