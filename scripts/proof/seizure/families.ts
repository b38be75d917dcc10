import { formsIn } from "../family/forms";
import { Phone } from "../family/phone";
import { answersTo, hurried, START, typeCode, wayOn } from "../family/walk";
import { filled, registerWhole, writable } from "../family/whole";
import type { Canaries } from "./canaries";

/** A family that fills every box it is shown, sends a document, and comes back to write: each word another canary. */
export async function wholeFamily(address: string, canaries: Canaries): Promise<string> {
  const phone = new Phone(address);
  const write = ({ path, field }: { path: string; field: string }) => canaries.of(`${path} ${field}`);
  const { code } = await registerWhole(phone, write, async (page) => {
    const form = formsIn(page.html).find(({ fields }) => fields.some(({ kind }) => kind === "file"));
    if (!form) return;
    const bytes = Buffer.from(`%PDF-1.4\n% ${canaries.of("words of a document")}\n%%EOF\n`);
    const file = { file: `${canaries.of("name of a document")}.pdf`, type: "application/pdf", bytes };
    const kept = await phone.shown(await phone.post(page, form, { file }));
    if (!kept.html.includes(file.file)) throw new Error("a document was not kept");
  });
  await comeBack(phone, code, canaries);
  phone.close();
  return code;
}

/** Types the number and writes in every box behind it, two pages deep. */
async function comeBack(phone: Phone, code: string, canaries: Canaries): Promise<void> {
  phone.forget();
  const page = await phone.shown(await typeCode(phone, code));
  const write = ({ name }: { name: string }) => canaries.of(`after the number: ${name}`);
  for (const form of writable(page)) await phone.post(page, form, filled(form, write), form.buttons[0]);
  for (const form of formsIn(page.html)) {
    const leads = form.buttons.filter(({ name }) => name === "to");
    for (const button of leads) {
      const next = await phone.shown(await phone.post(page, form, {}, button));
      for (const further of writable(next))
        await phone.post(next, further, filled(further, write), further.buttons[0]);
    }
  }
}

/** A family that stops half way, with a name already written. */
export async function halfFamily(address: string, canaries: Canaries): Promise<void> {
  const phone = new Phone(address);
  let page = await phone.open(START);
  const words = hurried(canaries.of("given names of a draft"), canaries.of("surnames of a draft"));
  for (let posts = 0; posts < 4; posts++) {
    const { form, button } = wayOn(page);
    page = await phone.shown(await phone.post(page, form, answersTo(form, words), button));
  }
  phone.close();
}
