import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import * as balances from "@/lib/balances/commands";
import * as coverages from "@/lib/balances/coverage/commands";
import { writeSite } from "@/lib/balances/site/commands";
import { discardBatch } from "@/lib/cases/exchange/batches/commands";
import { confirmRegistry, stageRegistry } from "@/lib/cases/exchange/commands";
import { importClaims } from "@/lib/claims/commands";
import { archiveCopy } from "@/lib/claims/copies/commands";
import * as entries from "@/lib/claims/entries/commands";
import { findFigure } from "@/lib/claims/ledger/queries";
import { withdrawFigure } from "@/lib/claims/withdrawals/commands";
import { postAnswer } from "@/lib/intake/answers/commands";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { postWithdrawal } from "@/lib/intake/withdrawal/commands";
import { applyWithdrawals } from "@/lib/publication/withdrawals/commands";
import * as requests from "@/lib/vetting/withdrawals/commands";
import { listRequests } from "@/lib/vetting/withdrawals/queries";
import { figureTyped } from "../figures";
import { counted } from "../population";
import { at, givenReport } from "../stories";
import type { Act, Traced } from "./team";

const now = at("2026-01-22T12:00:00Z");
const later = at("2026-01-23T12:00:00Z");

/** Everything done to numbers: coverage, balances, claims, imports, withdrawals of a permission to count. */
export async function actOnNumbers(act: Act, people: Traced): Promise<void> {
  const { carmen, carlos } = people;
  await writeSite({ demonstration: false, organisation: "Prueba", gate: 5 });
  await counted(Array.from({ length: 20 }, () => ({})));
  const coverage = await act("coverage.declared", () =>
    coverages.declareCoverage(carmen, { since: "2025-12-30" }, now),
  );
  await act("coverage.seconded", () => coverages.secondCoverage(carlos, coverage, now));
  const weekly = { kind: "weekly", at: "2026-01-22T04:00:00Z" } as const;
  const spare = await act("balance.drafted", () => balances.draftBalance(carmen, weekly, later));
  await act("balance.discarded", () => balances.discardDraft(carmen, spare, later));
  const draft = await balances.draftBalance(carmen, weekly, later);
  await act("balance.signed", () => balances.signBalance(carmen, draft, later));
  await balances.signBalance(carlos, draft, later);

  const claims = readFileSync("prisma/seed/claims.csv", "utf8");
  await act("claims.imported", () => importClaims({ kind: "operator" }, claims, at("2026-04-01T12:00:00Z")));
  await actOnFigures(act, people);
  const line = {
    type: "case",
    key: "k-1",
    person: { givenNames: "Persona", surnames: "Inventada" },
    permissions: [],
    facts: [],
  };
  const header = {
    type: "registry",
    version: 1,
    source: "prueba",
    exportedAt: "2026-01-01T00:00:00Z",
    history: "now",
  };
  const file = {
    sha256: new Uint8Array(32).fill(7),
    async *lines() {
      for (const [index, one] of [header, line].entries())
        yield { line: index + 1, text: JSON.stringify(one) };
    },
  };
  const { batchId } = await stageRegistry(carmen, file, { skipBad: false }, now);
  await act("registry.imported", () => confirmRegistry(carlos, batchId, now));
  const again = { ...file, sha256: new Uint8Array(32).fill(8) };
  const unwanted = await stageRegistry(carmen, again, { skipBad: false }, now);
  await act("import.discarded", () =>
    discardBatch(carmen, { id: unwanted.batchId, why: "Venía repetido." }, now),
  );
  const { code } = await givenReport();
  const { keys } = await openWithCode({ kind: "family" }, code, now);
  await postWithdrawal({ kind: "family" }, keys, now);
  await act("withdrawal.to_review", () => applyWithdrawals(carmen, later));
  const unchecked = { keys, purpose: "un", granted: true, form: "1" } as const;
  await postAnswer({ kind: "family" }, unchecked, now);
  await act("withdrawal.without_standing", () => applyWithdrawals(carmen, later));
  const [request] = (await listRequests(carmen, null)).rows;
  const answer = { id: request?.id ?? "", granted: false, why: "No es pariente, y nadie lo respalda." };
  const first = await act("request.answer_proposed", () =>
    requests.proposeVerdict(people.vera, answer, later),
  );
  await act("request.answer_declined", () => requests.declineVerdict(carlos, first, later));
  const second = await requests.proposeVerdict(people.vera, answer, later);
  await act("request.not_granted", () => requests.agreeVerdict(carlos, second, later));
}

async function actOnFigures(act: Act, { carmen, carlos, vera }: Traced): Promise<void> {
  const day = at("2026-04-01T12:00:00Z");
  const id = await act("claim.entered", () => entries.enterFigure(vera, figureTyped(), day));
  const waiting = async () => (await findFigure(carmen, id)).waiting?.entryId ?? "";
  const first = await waiting();
  await act("claim.published", () => entries.publishEntry(carmen, first, day));
  const { over } = await findFigure(carmen, id);
  await entries.enterAgain(vera, { ...figureTyped({ value: "301" }), id, over, why: "Otra nota." }, day);
  const second = await waiting();
  await act("claim.set_aside", () => entries.setAsideEntry(vera, second, "Era la misma.", day));
  const withdrawal = { id, why: "La nota nunca existió." };
  await act("claim.withdrawn", () => withdrawFigure(carlos, withdrawal, day));
  process.env.VIGILIA_DATA_DIR ??= mkdtempSync(join(tmpdir(), "copies-"));
  const file = () => Readable.from([Buffer.from("<p>trescientas personas</p>")]);
  await act("claim.copied", () => archiveCopy(vera, { claimId: id, file: file() }, day));
}
