import { join } from "node:path";
import { Client } from "pg";
import { closeDoors } from "@/lib/db/connect";
import { sortKey } from "@/lib/people/rules";
import { soundsOf } from "@/lib/publication/naming/marks/rules";
import type { Addresses } from "../../database/addresses";
import { openDatabase, prepareDatabase } from "../../postgres/use";
import { commandEnvironment, openEnvironment } from "../../up/environment";
import { runFirstSteps } from "../../up/first-data";
import { type Served, serve } from "../../up/serve";
import { inventedIdentity } from "../match/names";

const AT_ONCE = 5_000;
const entities = "VE-A VE-V VE-M VE-K VE-C VE-L VE-S VE-T VE-B VE-D".split(" ");
const states = [
  "apprehended",
  "located_contact",
  "located_incommunicado",
  "house_arrest",
  "whereabouts_concealed",
];

/** A registry with so many people named, and what it takes to put a process before it. */
export interface PublicRegistry {
  people: number;
  addresses: Addresses;
  /** The open process as an operator's would be, with its two addresses alone. */
  open(port: number, env?: Record<string, string>): Promise<Served>;
  close(): Promise<void>;
}

/** Opens one, filled to that many invented named people straight into what the public reads; with the demonstration's numbers if asked. */
export async function publicRegistry(
  dataDir: string,
  people: number,
  demo: boolean,
): Promise<PublicRegistry> {
  const database = await openDatabase(join(dataDir));
  const { addresses } = database;
  await prepareDatabase(addresses);
  Object.assign(process.env, commandEnvironment(dataDir, addresses));
  await runFirstSteps({ dataDir, demo, demoStaff: false });
  await closeDoors();
  await fill(addresses.owner, people);
  const env = openEnvironment(dataDir, addresses);
  return {
    people,
    addresses,
    open: (port, more = {}) => serve("open", port, "127.0.0.1", { ...env, ...more }, () => {}),
    close: () => database.close(),
  };
}

async function fill(owner: string, people: number): Promise<void> {
  const client = new Client({ connectionString: owner });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT count(*)::int AS n FROM publication.named_cases");
    for (let from = Number(rows[0]?.n ?? 0); from < people; from += AT_ONCE) {
      const rows = Array.from({ length: Math.min(AT_ONCE, people - from) }, (_, n) => invented(from + n));
      await client.query(
        `INSERT INTO publication.named_cases (reference, name, sort_key, content, state, entity, sex, published_at, changed_at)
         SELECT r->>'reference', r->>'name', r->>'sortKey', r->'content', r->>'state', r->>'entity', r->>'sex', now(), now()
         FROM jsonb_array_elements($1::jsonb) AS r`,
        [JSON.stringify(rows)],
      );
      const sounds = rows.flatMap(({ reference, name }) =>
        soundsOf(name).map((mark) => ({ mark, reference })),
      );
      await client.query(
        `INSERT INTO publication.named_marks (reference, mark)
         SELECT r->>'reference', r->>'mark' FROM jsonb_array_elements($1::jsonb) AS r ON CONFLICT DO NOTHING`,
        [JSON.stringify(sounds)],
      );
      if ((from / AT_ONCE) % 10 === 9) console.log(`    ${from + AT_ONCE} people named`);
    }
    for (const table of ["named_cases", "named_marks", "named_lines", "mark_leaves"])
      await client.query(`VACUUM (ANALYZE) publication.${table}`);
  } finally {
    await client.end();
  }
}

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** References that look random, are never twice the same and never begin like an identity number. */
function referenceOf(n: number): string {
  let left = (n * 7_368_787) % 32 ** 5;
  let letters = "";
  for (let place = 0; place < 5; place++) {
    letters += CROCKFORD[left % 32];
    left = Math.floor(left / 32);
  }
  return `4${letters.slice(0, 3)}-${letters.slice(3)}`;
}

function invented(n: number) {
  const sex = n % 7 === 0 ? "woman" : "man";
  const { givenNames, surnames } = inventedIdentity(n, sex);
  const reference = referenceOf(n);
  const name = `${givenNames} ${surnames}`;
  const state = states[n % 11 < 6 ? 0 : n % states.length] ?? "apprehended";
  const entity = entities[n % entities.length] ?? null;
  const since = `202${5 + (n % 2)}-0${1 + (n % 9)}`;
  const content = {
    reference,
    name,
    state,
    since,
    detailsHidden: false,
    entity,
    events: [
      { track: "custody", state: "apprehended", month: "2025-01" },
      { track: "process", state: "charged", month: null },
      { track: "custody", state, month: since },
    ],
    sources: { count: 2 + (n % 3), kinds: ["press"] },
  };
  return { reference, name, sortKey: sortKey({ givenNames, surnames }), content, state, entity, sex };
}
