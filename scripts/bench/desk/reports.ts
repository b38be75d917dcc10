import { randomBytes } from "node:crypto";
import type { StaffActor } from "@/lib/auth/actor";
import { CONSENT_TEXT } from "@/lib/consent/rules";
import { dateInCaracas } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { desk } from "@/lib/db/desk";
import { intake } from "@/lib/db/intake";
import { isUrgent, reportFrom } from "@/lib/intake/draft/rules";
import type { MessageContent } from "@/lib/intake/schema";
import { sealTo, sealToVault } from "@/lib/vault/seal";
import { sodium } from "@/lib/vault/sodium";
import { askFamily, assignReport, snoozeReport } from "@/lib/vetting/reports/commands";
import { markNewcomers } from "@/lib/vetting/reports/triage/commands";
import { Random } from "../../demo/random";
import { inventedForms } from "../../demo/reports";

const DAY = 86_400_000;
const AT_ONCE = 200;

/** Sends reports through the doors of the intake process, until so many wait, over the last thirty days. Only the code is left out: nobody returns with it. */
export async function sendReports(staff: StaffActor, waiting: number, now: Date): Promise<void> {
  const random = new Random(waiting);
  for (let here = await desk().triage.count(); here < waiting; here += AT_ONCE) {
    const rows = [];
    for (let n = here; n < Math.min(here + AT_ONCE, waiting); n++) {
      rows.push(
        await sealed(random, n, staff, new Date(now.getTime() - random.between(1, 30 * 1440) * 60_000)),
      );
    }
    await sendAll(rows);
  }
  for (let marked = 1; marked > 0; ) {
    marked = await desk().$transaction((tx) => markNewcomers(tx, staff), { timeout: 60_000 });
  }
}

async function sealed(random: Random, number: number, { keys }: StaffActor, sent: Date) {
  const thread = sodium.crypto_box_keypair().publicKey;
  const at = sent.toISOString();
  const answer = { granted: true, textVersion: CONSENT_TEXT, at };
  const report = reportFrom(
    {
      version: 1,
      locale: "es",
      permissions: [
        { purpose: "store", ...answer },
        { purpose: "count", ...answer },
      ],
      threadPublicKey: Buffer.from(thread).toString("base64"),
      forms: inventedForms(random, number),
    },
    dateInCaracas(sent),
  );
  const stage: MessageContent = { stage: "received" };
  const id = newId(sent);
  return {
    lookup: randomBytes(32),
    id,
    report: await sealToVault(keys.publicKey, report),
    threadId: newId(sent),
    thread,
    at: sent,
    urgent: isUrgent(report, dateInCaracas(sent)),
    message: newId(sent),
    toThread: await sealTo(thread, stage),
    toVault: await sealToVault(keys.publicKey, stage),
    about: await sealToVault(keys.publicKey, { report: id }),
  };
}

async function sendAll(rows: Awaited<ReturnType<typeof sealed>>[]): Promise<void> {
  const of = <Key extends keyof (typeof rows)[number]>(key: Key) => rows.map((row) => row[key]);
  const until = new Date(Date.now() + DAY);
  await intake().$queryRaw`
    SELECT registry.intake_begin_draft(lookup, ''::bytea, at, ${until}) FROM unnest(${of("lookup")}::bytea[], ${of("at")}::timestamptz[]) AS n (lookup, at)`;
  await intake().$queryRaw`
    SELECT registry.intake_send(lookup, id, report, thread_id, thread, at, 'web', urgent, message, to_thread, to_vault, about)
    FROM unnest(${of("lookup")}::bytea[], ${of("id")}::uuid[], ${of("report")}::bytea[], ${of("threadId")}::uuid[], ${of("thread")}::bytea[],
      ${of("at")}::timestamptz[], ${of("urgent")}::boolean[], ${of("message")}::uuid[], ${of("toThread")}::bytea[], ${of("toVault")}::bytea[],
      ${of("about")}::bytea[]) AS n (lookup, id, report, thread_id, thread, at, urgent, message, to_thread, to_vault, about)`;
}

/** Of those that wait, one in twenty is somebody's, one in fifty was put off, one in fifty waits for its family: through the acts of staff. */
export async function workTheQueue(team: readonly StaffActor[], waiting: number, now: Date): Promise<void> {
  const clock = () => now;
  const free = await desk().triage.findMany({
    where: { assignedTo: null },
    orderBy: { reportId: "asc" },
    take: Math.ceil(waiting / 20) + 2 * Math.ceil(waiting / 50),
    select: { reportId: true },
  });
  for (const [n, { reportId }] of free.entries()) {
    const staff = team[n % team.length];
    if (!staff) return;
    if (n < waiting / 20) await assignReport(staff, reportId, { seen: null }, clock);
    else if (n % 2 === 0) {
      const until = new Date(now.getTime() + 10 * DAY);
      await snoozeReport(staff, reportId, { seen: null, until, why: "Espera una audiencia" }, clock);
    } else await askFamily(staff, reportId, { seen: null, wants: ["document"] }, clock);
  }
}
