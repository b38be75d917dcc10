import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { StaffActor } from "@/lib/auth/actor";
import { desk } from "@/lib/db/desk";
import { dropIndex, indexState, keepIndex } from "@/lib/people/indexed/commands";
import { candidates } from "@/lib/people/indexed/queries";
import { contextOf } from "@/lib/people/queries";
import { type Identity, identityInput } from "@/lib/people/schema";
import { openPersonKey } from "@/lib/vault/person";
import { openUnder } from "@/lib/vault/seal";
import { findPeople } from "@/lib/vetting/search/queries";
import { openDatabase } from "../../postgres/use";
import { deskEnvironment } from "../../up/environment";
import { requireFreePort, serve } from "../../up/serve";
import { newVisitor } from "../desk/visitor";
import { type Figure, timed } from "../figures";
import { draws, writtenOtherwise } from "./names";

const ASKED = 200;
/** Milliseconds between two pages of a desk where several people work; without a pause one visitor takes a processor for themselves. */
const PAUSE = 250;
const PAGES = ["/equipo", "/equipo/casos?ver=all", "/equipo/cuenta", "/equipo/buscar"];

/**
 * A real desk from the first page after signing in until its names are read: how long, how much memory, and what pages take meanwhile;
 * once with pages as people ask for them, and once, for comparison and without a bound, with no pause between them.
 */
export async function whileReading(dataDir: string, port: number, inviter: StaffActor): Promise<Figure[]> {
  const paced = await readOnce(dataDir, port, inviter, PAUSE);
  const [ready, , pages] = await readOnce(dataDir, port, inviter, 0);
  const besides = [ready, pages].flatMap((one) =>
    one ? [{ ...one, what: `${one.what}, no pause`, bound: undefined }] : [],
  );
  return [...paced, ...besides];
}

async function readOnce(
  dataDir: string,
  port: number,
  inviter: StaffActor,
  pause: number,
): Promise<Figure[]> {
  await requireFreePort(port, "127.0.0.1", "desk");
  const database = await openDatabase(dataDir);
  const environment = deskEnvironment(dataDir, database.addresses, `http://localhost:${port}`);
  const server = await serve("desk", port, "127.0.0.1", environment);
  try {
    // Pages are compiled by whoever opens them first; somebody who may see nobody starts no index.
    const auditor = await newVisitor(server.address, inviter, "auditor");
    for (let n = 0; n < 3; n++) await auditor.ask("/equipo/cuenta");
    const visitor = await newVisitor(server.address, inviter);
    const before = memoryOf(server.pid);
    const begun = performance.now();
    const taken: number[] = [];
    let seconds = 0;
    for (let n = 0; seconds === 0; n++) {
      const { took, body } = await visitor.ask(PAGES[n % PAGES.length] ?? "");
      // The first looks at a page load its code and compile it, whatever else runs.
      if (n >= 2 * PAGES.length) taken.push(took);
      if (body.includes('data-index="ready"')) seconds = (performance.now() - begun) / 1000;
      else if (performance.now() - begun > 300_000)
        throw new Error("the names were not read in five minutes");
      await wait(pause);
    }
    const most = memoryOf(server.pid);
    taken.sort((a, b) => a - b);
    const at = (share: number) => taken[Math.ceil(share * taken.length) - 1] ?? 0;
    return [
      {
        what: "index: from the first page to ready",
        unit: "s",
        p50: seconds,
        p95: seconds,
        bound: { most: 15 },
      },
      {
        what: "index: memory of the desk, grown by",
        unit: "MB",
        p50: most - before,
        p95: most - before,
        bound: { most: 700 },
      },
      {
        what: `desk while it is read (${taken.length} pages)`,
        unit: "ms",
        p50: at(0.5),
        p95: at(0.95),
        bound: { most: 300 },
      },
    ];
  } finally {
    await server.stop();
    await database.close();
  }
}

/** What the index answers once it is warm: candidates for reports written otherwise than the case, and searches of every kind. */
export async function onceWarm(staff: StaffActor): Promise<Figure[]> {
  keepIndex(staff);
  while (indexState().state === "building") await wait(50);
  const people = await sample(staff);
  const draw = draws(20_261_122);
  let found = 0;
  const one = async (n: number) => {
    const { caseId, identity, born } = people[n % people.length] as Sampled;
    const { givenNames, surnames, idDocument } = writtenOtherwise(identity, draw);
    const person = { givenNames, surnames, id: idDocument, birthYear: draw() < 0.7 ? born : null };
    const rest = { sex: null, birthDate: null, entity: null, apprehended: null };
    const likely = await candidates(staff, { person: { ...person, ...rest } });
    if (likely.some(({ id }) => id === caseId)) found++;
  };
  for (let n = 0; n < 20; n++) await one(n);
  found = 0;
  const asked = await timed(ASKED, one);
  const searched = await timed(ASKED, (n) =>
    findPeople(staff, words(people[n] as Sampled, n), () => new Date()),
  );
  dropIndex();
  const share = (100 * found) / ASKED;
  return [
    { what: "candidates for one new report", unit: "ms", ...asked, bound: { most: 50 } },
    { what: "search, with the names opened", unit: "ms", ...searched, bound: { most: 100 } },
    { what: "candidates: their own case among them", unit: "%", p50: share, p95: share },
  ];
}

interface Sampled {
  caseId: string;
  identity: Identity;
  born: number | null;
}

/** By turns: the whole name otherwise written, one surname, the beginning of a name, a number with two digits swapped. */
function words({ identity }: Sampled, n: number): string {
  const { givenNames, surnames, idDocument } = identity;
  if (n % 4 === 1) return surnames.split(" ")[0] ?? "";
  if (n % 4 === 2) return givenNames.slice(0, 4);
  const number = idDocument?.number;
  if (n % 4 === 3 && number) return `V-${number.slice(0, 6)}${number[7]}${number[6]}`;
  const other = writtenOtherwise(identity, draws(n));
  return `${other.surnames} ${other.givenNames}`;
}

async function sample({ keys }: StaffActor): Promise<Sampled[]> {
  const rows = await desk().$queryRaw<
    {
      id: string;
      case_id: string;
      wrapped_key: Uint8Array;
      identity: Uint8Array;
      birth_year: number | null;
    }[]
  >`SELECT p.id, c.id AS case_id, p.wrapped_key, p.identity, (SELECT t.birth_year FROM registry.traits t WHERE t.person_id = p.id LIMIT 1) AS birth_year
    FROM registry.people p JOIN registry.cases c ON c.person_id = p.id
    WHERE p.wrapped_key IS NOT NULL ORDER BY md5(p.id::text) LIMIT ${ASKED}`;
  return rows.map((row) => ({
    caseId: row.case_id,
    identity: identityInput.parse(
      openUnder(openPersonKey(keys, row.wrapped_key), row.identity, contextOf(row.id)),
    ),
    born: row.birth_year,
  }));
}

/** Resident memory of a process, in MB. */
const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
