import { setTimeout as sleep } from "node:timers/promises";
import { href } from "@/lib/i18n/paths";
import { type Page, Phone } from "../family/phone";
import { answersTo, codeIn, hurried, SENT, START, wayOn } from "../family/walk";

/** What one family was told: by which number, which of its posts were acknowledged, and whether the report was sent. */
export interface Told {
  mark: string;
  code: string;
  /** Addresses of the pages whose post was acknowledged. */
  saved: string[];
  sent: boolean;
}

/** What all writers did so far. */
export interface Work {
  told: Told[];
  acknowledged: number;
  /** Posts that were answered by nobody, or by a page that says so, and were posted again. */
  again: number;
  wrong: string[];
  isOver: boolean;
}

export const NUMBER = href("es", "tramite/numero");
const ENDED = href("es", "tramite/volver");
const PATIENCE = 300;

/** Registers one person after another; one in four is left half written, as when a battery dies. */
export async function write(address: string, writer: number, work: Work, draw: () => number): Promise<void> {
  for (let n = 0; !work.isOver; n++) {
    const phone = new Phone(address);
    const mark = `Marca${writer}x${n}`;
    const leaves = draw() < 0.25 ? 3 + Math.floor(draw() * 3) : Number.POSITIVE_INFINITY;
    try {
      await registerOnce(phone, mark, leaves, work);
    } catch (error) {
      work.wrong.push(`${mark}: ${error instanceof Error ? error.message : error}`);
    }
    phone.close();
  }
}

async function registerOnce(phone: Phone, mark: string, leaves: number, work: Work): Promise<void> {
  const told: Told = { mark, code: "", saved: [], sent: false };
  let page = await untilShown(phone, START, work);
  for (let posts = 0; posts < leaves && !told.sent; posts++) {
    const { form, button } = wayOn(page);
    const written = answersTo(form, hurried(mark, "Escrita"));
    const answer = await untilAcknowledged(() => phone.post(page, form, written, button), page, work);
    if (answer.leads === ENDED) throw new Error(`lost after ${told.saved.join(" ")}`);
    if (answer.leads === "") {
      // The first post of a phone without cookie is answered by the page itself.
      page = answer;
      continue;
    }
    work.acknowledged++;
    told.saved.push(page.path);
    told.sent = answer.leads === SENT;
    page = await untilShown(phone, answer.leads, work);
    if (answer.leads !== NUMBER) continue;
    told.code = codeIn(page) ?? "";
    if (told.code === "") throw new Error("no number was shown");
    work.told.push(told);
  }
}

/** Posts the same form until it is answered by the way on: what a family does when the screen says that it could not be saved. */
async function untilAcknowledged(post: () => Promise<Page>, from: Page, work: Work): Promise<Page> {
  for (let tries = 0; tries < PATIENCE; tries++) {
    const answer = await post().catch(() => null);
    const isDrawn =
      answer?.status === 200 && from.path === START && from.leads === "" && hasForm(answer, "store");
    if (answer && ((answer.status === 303 && answer.leads !== from.path) || isDrawn)) return answer;
    work.again++;
    await sleep(100);
  }
  throw new Error(`${from.path} was never acknowledged`);
}

async function untilShown(phone: Phone, path: string, work: Work): Promise<Page> {
  for (let tries = 0; tries < PATIENCE; tries++) {
    const page = await phone.open(path).catch(() => null);
    if (page?.status === 200 && (page.html.includes("<form") || path === SENT)) {
      if (!isTrouble(page)) return page;
    }
    work.again++;
    await sleep(100);
  }
  throw new Error(`${path} was never shown`);
}

const hasForm = (page: Page, field: string) => page.html.includes(`name="${field}"`);
/** A page that says that something failed has a number for it and no form. */
const isTrouble = (page: Page) => !page.html.includes('name="flow"');
