import { readFileSync } from "node:fs";
import { join } from "node:path";
import { actorFor } from "@/lib/auth/sign-in";
import { wallClock } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import { href } from "@/lib/i18n/paths";
import { reportPayload } from "@/lib/intake/schema";
import { openFromVault } from "@/lib/vault/seal";
import { withDesk } from "../../cli/with-desk";
import { Phone } from "../family/phone";
import { typeCode } from "../family/walk";
import { NUMBER, type Told } from "./writer";

const REPORT = href("es", "tramite/respuesta");
const REVIEW = href("es", "tramite/paso-9");
const PERSON = href("es", "tramite/paso-1");

/** How many reports bear each mark, as a signed-in coordinator opens them. */
export async function marksFound(dataDir: string): Promise<Map<string, number>> {
  const accounts: { username: string; password: string }[] = JSON.parse(
    readFileSync(join(dataDir, "demo-accounts.json"), "utf8"),
  );
  const [first] = accounts;
  const found = new Map<string, number>();
  await withDesk(dataDir, async () => {
    const { keys } = await actorFor(first?.username ?? "", first?.password ?? "", wallClock);
    for (const { sealed } of await desk().report.findMany({ select: { sealed: true } })) {
      const { person } = reportPayload.parse(await openFromVault(keys, sealed));
      found.set(person.givenNames, (found.get(person.givenNames) ?? 0) + 1);
    }
  });
  return found;
}

/** Types a number as its family would, and says what of theirs is missing; null where everything they were told is there. */
export async function missingOf(address: string, { code, mark, saved, sent }: Told): Promise<string | null> {
  const phone = new Phone(address);
  try {
    const opened = await typeCode(phone, code);
    const page = await phone.shown(opened);
    if (sent) return /class="stage"/.test(page.html) ? null : `${mark} was sent and does not open`;
    if (opened.leads === REPORT || !page.html.includes('name="flow"')) return `${mark} does not open`;
    if (!saved.includes(PERSON)) return saved.includes(NUMBER) || opened.leads ? null : `${mark} is gone`;
    const review = await phone.open(REVIEW);
    return review.html.includes(mark) ? null : `${mark} lost the page of the person`;
  } finally {
    phone.close();
  }
}
