import { z } from "zod";
import { actorFor } from "@/lib/auth/sign-in";
import { draftBalance, signBalance } from "@/lib/balances/commands";
import { endOfDay, startOfDay } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import { windowBetween } from "@/lib/tallies/flows/queries";
import { answerNight, preciseNight } from "@/lib/vetting/night/confirming/commands";
import { readSheet } from "@/lib/vetting/night/sheets/queries";
import { withDesk } from "../../../scripts/cli/with-desk";

const asked = z
  .object({
    dataDir: z.string(),
    sheet: z.uuid(),
    day: z.iso.date(),
    measures: z.int(),
    house: z.int(),
    passphrases: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(process.env.NIGHT_ASKED ?? ""));
const now = new Date();
const later = () => new Date(now.getTime() + 2 * 86_400_000);

await withDesk(asked.dataDir, async () => {
  const as = (name: string) => actorFor(name, asked.passphrases[name] ?? "", later);
  const [ines, vera, carmen, carlos] = [
    await as("ines"),
    await as("vera"),
    await as("carmen"),
    await as("carlos"),
  ];
  const { sheet, measures, house } = asked;
  const { rows } = await readSheet(ines, sheet, later);
  const kinds = rows.slice(0, measures + house).map(({ fact }, n) => ({
    factId: fact.id,
    kind: n < measures ? ("released_with_measures" as const) : ("house_arrest" as const),
  }));
  const sources = [{ kind: "official_document", origin: "court" }];
  await preciseNight(ines, { sheet, why: "Boletas de excarcelación vistas.", sources, rows: kinds }, later);
  await answerNight(vera, { sheet, confirm: await correcting(), refuse: [] }, later);

  const day = [startOfDay(asked.day), endOfDay(asked.day)] as const;
  const [evening, restated, since] = [
    await windowBetween(desk(), ...day, now, now),
    await windowBetween(desk(), ...day, later(), later()),
    await windowBetween(desk(), now, later(), now, later()),
  ];
  const draft = await draftBalance(carmen, { kind: "weekly", at: day[1].toISOString() }, later);
  await signBalance(carmen, draft, later);
  await signBalance(carlos, draft, later);
  console.log(
    JSON.stringify({ evening: evening.flows, restated: restated.flows, since: since.reconciliation, draft }),
  );

  async function correcting() {
    const read = await readSheet(vera, sheet, later);
    return read.rows.filter(({ state }) => state === "correcting").map(({ fact }) => fact.id);
  }
});
