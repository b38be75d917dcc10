import { createHash } from "node:crypto";
import { checkDigit } from "@/lib/core/damm";
import { newCode } from "@/lib/vault/receipt";
import { formsIn } from "../family/forms";
import { type Page, Phone } from "../family/phone";
import { RETURN } from "../family/walk";

/** A door that many numbers are typed at, one after the other, by a phone that keeps no cookie: each answer is the whole page. */
export async function doorOf(address: string): Promise<(code: string) => Promise<Page>> {
  const phone = new Phone(address, false);
  const page = await phone.open(RETURN);
  const form = formsIn(page.html).find(({ fields }) => fields.some(({ name }) => name === "code"));
  if (!form) throw new Error(`${RETURN} asks for no number`);
  return (code) => phone.post(page, form, { code });
}

/** Everything an answer tells: its status, the names and values of its headers, its length and its words, less what each answer has anew. */
export function told({ status, headers, sent, html }: Page, code: string): string {
  const cookies = (headers["set-cookie"] ?? []).map((one) =>
    one
      .replace(/^(tramite)=[\w-]*/, (whole) => `tramite, ${whole.length} long`)
      .replace(/Expires=[^;]*/i, ""),
  );
  const { date: _now, "set-cookie": _cookies, ...others } = headers;
  const words = html
    .replaceAll(code, "CODE")
    .replaceAll(code.replaceAll(/(\d{4})(?=\d)/g, "$1 "), "CODE")
    .replaceAll(/name="flow" value="([\w-]*)"/g, (_whole, flow: string) => `flow, ${flow.length} long`);
  const digest = createHash("sha256").update(words).digest("hex").slice(0, 12);
  return JSON.stringify([status, sent, others, cookies, html.length, digest]);
}

/** Numbers that were never given: mostly any, one in ten a neighbour of somebody's own. */
export function wrongCode(turn: number, own: string): string {
  if (turn % 10 !== 0) return newCode();
  const place = (turn / 10) % 19;
  const changed = `${own.slice(0, place)}${(Number(own[place]) + 1 + (turn % 9)) % 10}${own.slice(place + 1, 19)}`;
  return changed.startsWith("01") || changed === own.slice(0, 19) ? newCode() : changed + checkDigit(changed);
}
