import { desk } from "@/lib/db/desk";
import { sendReply } from "@/lib/intake/replies/commands";
import { newCode } from "@/lib/vault/receipt";

const HOUR = 3_600_000;
const written = [
  {
    hours: 30,
    speaks: "relative",
    asks: "name",
    words: "Salió y le dijeron que no podía hablar. Preferimos que no salga su nombre.",
  },
  {
    hours: 7,
    speaks: "lawyer",
    asks: "correct",
    words: "El estado donde lo detuvieron no es ese. Tengo el acta.",
  },
  { hours: 2, speaks: "person", asks: "danger", words: "Vinieron a preguntar por esa página esta mañana." },
] as const;

/** What invented people wrote about pages that stand, so that the desk of a demonstration has something to answer. Once. */
export async function sendReplies(until: Date): Promise<void> {
  if ((await desk().reply.count()) > 0) return;
  const pages = await desk().namedCase.findMany({
    orderBy: { reference: "asc" },
    take: written.length,
    select: { reference: true },
  });
  for (const [at, { hours, ...posted }] of written.entries()) {
    const reference = pages[at]?.reference;
    const clock = () => new Date(until.getTime() - hours * HOUR);
    if (reference)
      await sendReply(
        { kind: "family" },
        { code: newCode(), posted: { reference, ...posted }, locale: "es" },
        clock,
      );
  }
}
