import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { attachReport } from "@/lib/cases/dossier/commands";
import { receiveDocument } from "@/lib/intake/documents/commands";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { markGraphic } from "@/lib/vetting/documents/commands";
import { listBeside } from "@/lib/vetting/pairs/pictures/queries";
import type { PairKey } from "@/lib/vetting/pairs/schema";
import { cast, givenMergers, next } from "../../support/merges";
import { asOwner } from "../../support/owner";
import { givenCase, sendReportAs } from "../../support/stories";

const family = { kind: "family" } as const;
let photo: Buffer;

beforeAll(async () => {
  await givenMergers();
  process.env.VIGILIA_DATA_DIR = mkdtempSync(join(tmpdir(), "beside-"));
  photo = await sharp(randomBytes(90 * 60 * 3), { raw: { width: 90, height: 60, channels: 3 } })
    .jpeg()
    .toBuffer();
});

async function sent(permits: Record<string, string>): Promise<string> {
  const said = { relation: "parent", textVersion: "2026-11", at: "2026-01-19T12:00:00.000Z" };
  const { code, reportId } = await sendReportAs({ permits: { ...permits, ...said } });
  const { keys } = await openWithCode(family, code, next());
  const file = { name: "foto.jpg", file: Readable.from([photo]) };
  await receiveDocument(family, { lookup: keys.lookup as Uint8Array<ArrayBuffer> }, file, next());
  return reportId;
}
const ofReport = (id: string): PairKey => ({ kind: "report", id });
const see = async (side: PairKey, isAsked = true, actor: Parameters<typeof listBeside>[0] = cast.vera) =>
  (await listBeside(actor, side, isAsked, next()))?.map(({ picture, why }) => picture?.width ?? why);
const looks = async () =>
  (
    await asOwner<{ n: number }>(
      "SELECT count(*)::int AS n FROM registry.audit_events WHERE action = 'document.opened'",
    )
  )[0]?.n;

test("pictures are set side by side only once somebody asks, and only where the giver permitted the photograph", async () => {
  const [yes, no, silent] = [
    await sent({ permit_photo: "yes" }),
    await sent({ permit_photo: "no" }),
    await sent({}),
  ];
  const before = await looks();
  expect(await see(ofReport(yes), false)).toEqual([null]);
  expect(await looks()).toBe(before);
  expect(await see(ofReport(yes))).toEqual([90]);
  expect(await looks()).toBe((before ?? 0) + 1);
  for (const report of [no, silent]) expect(await see(ofReport(report))).toEqual(["not_permitted"]);
  for (const actor of [cast.lucia, cast.elena, cast.abel, cast.adela])
    expect(await see(ofReport(yes), true, actor)).toBeUndefined();
});

test("of a case, whoever refuses the photograph closes it, and what is hard to look at stays closed", async () => {
  const reportId = await sent({ permit_photo: "yes" });
  const { caseId } = await givenCase(cast.ines);
  await attachReport(cast.ines, caseId, reportId, next(), []);
  const side: PairKey = { kind: "case", id: caseId };
  expect(await see(side)).toEqual([90]);
  const [document] = (await listBeside(cast.vera, side, false, next())) ?? [];
  const which = { reportId, documentId: document?.id ?? "" };
  await markGraphic(cast.vera, { ...which, graphic: true }, next());
  expect(await see(side)).toEqual(["graphic"]);
  await markGraphic(cast.vera, { ...which, graphic: false }, next());
  const refused = { purpose: "photo", granted: false, givenBy: "partner" } as const;
  await recordPermission(cast.ines, caseId, refused, next());
  expect(await see(side)).toEqual(["not_permitted"]);
});
