import type { FamilyActor } from "@/lib/auth/actor";
import { type Clock, dateInCaracas, minuteOf } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { intake } from "@/lib/db/intake";
import type { Locale } from "@/lib/i18n/locales";
import { sealTo, sealToVault } from "@/lib/vault/seal";
import { vaultKey } from "../draft/queries";
import type { MessageContent } from "../schema";
import type { PosterKeys } from "../thread/commands";
import { idOf } from "../thread/rules";
import type { PostedForm } from "../typed/schema";
import { isUrgentNews } from "./rules";
import { type NewsItem, type NewsKind, newsForm, newsItem } from "./schema";

/**
 * Keeps what a family tells later about their report, sealed to the vault alone: the code that posted it never shows it again. `form`
 * marks the page it was written on: posted twice from there it is once. Refuses `code_unknown`, and `news_enough` past ten a day, or
 * twenty where a life is at stake; the code goes on opening everything else.
 */
export async function postNews(
  _actor: FamilyActor,
  {
    keys,
    kind,
    posted,
    locale,
    form,
  }: { keys: PosterKeys; kind: NewsKind; posted: PostedForm; locale: Locale; form: string },
  clock: Clock,
): Promise<void> {
  const said: NewsItem = newsItem.parse({
    version: 1,
    locale,
    ...newsForm(kind, dateInCaracas(clock())).parse(posted),
  });
  const vault = await vaultKey();
  if (!vault) throw new Refusal("reception_closed");
  const id = idOf(keys.lookup, "news", form, JSON.stringify(said));
  const mark: MessageContent = { own: "news" };
  const marked: MessageContent = { own: "news", news: id };
  const [row] = await intake().$queryRaw<{ kept: string }[]>`
    SELECT registry.intake_post_news(${keys.lookup}, ${id}::uuid, ${await sealToVault(vault, said)}, ${isUrgentNews(said)},
      ${idOf(keys.lookup, "mark", form, id)}::uuid, ${await sealTo(keys.threadPublicKey, mark)},
      ${await sealToVault(vault, marked)}, ${minuteOf(clock())}, ${await sealToVault(vault, { why: "news" })}) AS kept`;
  if (row?.kept === "kept") return;
  throw new Refusal(row?.kept === "full" ? "news_enough" : "code_unknown");
}
