import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import ChangesPage from "@/app/[locale]/(public)/cambios/page";
import { GET as flows } from "@/app/api/v1/flows/route";
import { GET as flowsCsv } from "@/app/api/v1/flows.csv/route";
import { GET as reconciliation } from "@/app/api/v1/reconciliation/route";
import { GET as reconciliationCsv } from "@/app/api/v1/reconciliation.csv/route";
import { GET as series } from "@/app/api/v1/series/route";
import { GET as seriesCsv } from "@/app/api/v1/series.csv/route";
import { nothingLearned } from "@/lib/balances/learned/rules";
import { learnedTerms } from "@/lib/tallies/learned/schema";
import type { Term } from "@/lib/tallies/schema";
import { balance } from "../../support/balance";
import { asOwner } from "../../support/owner";

const ask = (path: string) => new Request(`http://localhost/api/v1/${path}`);
const json = async (answer: Promise<Response>) => (await answer).json();
const none = "";

/** Four balances of invented numbers, one of which corrects another: what is published, whatever it was counted from. */
const totals = [500, 488, 479, 483];
const days = ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"];
type Moved = { persons: number } & Partial<Record<Term, number>>;
const movements: Moved[] = [
  { newDetentions: 9, releases: -21, persons: 20 },
  { releases: -6, lateExits: -3, persons: 6 },
  { lateRegistrations: 5, merges: -1, persons: 0 },
];

beforeAll(async () => {
  const ids: string[] = [];
  for (const [place, day] of days.entries()) {
    const closes = (of: string) =>
      `${new Date(Date.parse(`${of}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)}T04:00:00Z`;
    const { persons, ...moved }: Moved = movements[place - 1] ?? { persons: 0 };
    const base = balance();
    if (!base.change) throw new Error("a change is given");
    const quiet = Object.fromEntries(Object.keys(base.change.reconciliation.terms).map((term) => [term, 0]));
    const terms = { ...quiet, ...moved };
    const events = -(moved.releases ?? 0);
    const from = days[place - 1];
    const content = balance({
      slug: day,
      at: closes(day),
      known: closes(day),
      held: { ...base.held, total: totals[place] ?? 0 },
      change: from
        ? {
            from: { slug: from, at: closes(from), known: closes(from) },
            flows: {
              ...base.change.flows,
              releases: { events, persons, withMeasures: events, full: 0, expelled: 0, unspecified: 0 },
            },
            reconciliation: {
              opening: totals[place - 1] ?? 0,
              terms: terms as typeof base.change.reconciliation.terms,
              closing: totals[place] ?? 0,
              residual: 0,
            },
          }
        : null,
      series: days.slice(0, place + 1).map((slug, index) => ({
        slug,
        at: closes(slug),
        published: totals[index] ?? 0,
        restated: (totals[index] ?? 0) + (place > index ? 2 : 0),
        ...(index > 0 && {
          learned: { ...nothingLearned, ...(place > index && { lateRegistrations: 5, lateExits: -3 }) },
        }),
      })),
      corrects: place === 2 ? { slug: "2026-01-12", why: "Una fecha de salida estaba mal escrita." } : null,
    });
    const [row] = await asOwner<{ id: string }>(
      "INSERT INTO publication.balances (id, slug, kind, at, known, method, content, content_hash, signatures, published_at, corrects_id) VALUES (gen_random_uuid(), $1, 'weekly', $2, $2, '1.0', $3, '\\x00', $4, $5, $6) RETURNING id",
      [
        day,
        content.at,
        content,
        JSON.stringify([
          { publicKey: "a", signature: "b" },
          { publicKey: "c", signature: "d" },
        ]),
        `${day}T23:00:00Z`,
        place === 2 ? ids[1] : null,
      ],
    );
    ids.push(row?.id ?? "");
  }
});

const page = async (query: Record<string, string> = {}, locale = "es"): Promise<string> => {
  const props = { params: Promise.resolve({ locale }), searchParams: Promise.resolve(query) };
  return renderToStaticMarkup(await ChangesPage(props))
    .replace(/<[^>]+>/g, " ")
    .replace(/&[a-z]+;/g, "")
    .replace(/\s+/g, " ");
};

/** A file as rows of cells. */
const rowsOf = async (answer: Promise<Response>): Promise<string[][]> =>
  (await (await answer).text())
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));

describe("the account between any two balances", () => {
  const query = "?balance=2026-01-19&since=2026-01-05";

  test("is the same in JSON, in the file and on the page", async () => {
    const answer = await json(reconciliation(ask(`reconciliation${query}`), none));
    expect(answer).toMatchObject({ from: { slug: "2026-01-05" }, to: { slug: "2026-01-19" }, steps: 2 });
    expect(answer.reconciliation).toMatchObject({
      opening: 500,
      terms: { newDetentions: 9, releases: -27, lateExits: -3, merges: 0 },
      closing: 479,
      residual: 0,
    });
    const file = await rowsOf(reconciliationCsv(ask(`reconciliation.csv${query}`), none));
    expect(file[0]).toEqual(["from", "to", "line", "value"]);
    const { opening, terms, closing, residual } = answer.reconciliation;
    expect(file.slice(1).map(([, , line, value]) => [line, Number(value)])).toEqual(
      Object.entries({ opening, ...terms, closing, residual }),
    );
    const text = await page({ de: "2026-01-05", a: "2026-01-19" });
    expect(text).toContain(answer.words.es);
    expect(text).toMatch(/Balance del 5 de enero de 2026 500 detenciones nuevas .*? \+9 /);
    expect(text).toMatch(/excarcelaciones \(entre 20 y 26 personas\) .*? −27 /);
    expect(text).toMatch(/sin explicar .*? 0 Balance del 19 de enero de 2026 479/);
  });

  test("claims no number of persons over several balances, and one within a single one", async () => {
    const joined = await json(flows(ask(`flows${query}`), none));
    expect(joined.flows.releases).toMatchObject({
      events: 27,
      persons: null,
      personsBetween: { least: 20, most: 26 },
    });
    expect(joined.note).toMatch(/persons do not/);
    const file = await rowsOf(flowsCsv(ask(`flows.csv${query}`), none));
    const cell = (line: string) => file.find((row) => row[2] === line)?.[3];
    expect([cell("releases.events"), cell("releases.persons"), cell("releases.personsBetween.most")]).toEqual(
      ["27", "", "26"],
    );
    const one = await json(flows(ask("flows?balance=2026-01-12"), none));
    expect(one.flows.releases).toMatchObject({ events: 21, persons: 20 });
    expect(one.note).toBeUndefined();
  });

  test("is found by moments as well, and whichever of the two is named first on the page", async () => {
    const byMoment = "?from=2026-01-06T04:00:00Z&to=2026-01-20T04:00:00Z";
    const { reconciliation: account } = await json(reconciliation(ask(`reconciliation${byMoment}`), none));
    expect(account).toMatchObject({ opening: 500, closing: 479 });
    const account2 = (text: string) =>
      text.slice(text.indexOf("De un balance al otro"), text.indexOf("Balance por balance"));
    const [one, other] = [
      await page({ de: "2026-01-05", a: "2026-01-19" }),
      await page({ de: "2026-01-19", a: "2026-01-05" }),
    ];
    expect(account2(one)).toBe(account2(other));
    expect(account2(one).length).toBeGreaterThan(200);
  });

  test("is not made up: the first balance has none, a balance that does not exist is 404, a lone `since` is 400", async () => {
    const first = await json(reconciliation(ask("reconciliation?balance=2026-01-05"), none));
    expect(first).toMatchObject({ from: null, steps: 0, reconciliation: null, words: null });
    expect(await rowsOf(flowsCsv(ask("flows.csv?balance=2026-01-05"), none))).toEqual([
      ["from", "to", "line", "value"],
    ]);
    expect((await flows(ask("flows?balance=2026-01-12&since=2020-01-01"), none)).status).toBe(404);
    expect((await flows(ask("flows?balance=2020-01-01"), none)).status).toBe(404);
    expect((await flows(ask("flows?since=2026-01-12"), none)).status).toBe(400);
    expect((await flows(ask("flows?balance=2026-01-12&since=2026-01-12"), none)).status).toBe(200);
    expect(await page({ de: "2026-01-12", a: "2026-01-12" })).toContain("Elija dos balances distintos");
    expect(await page({ de: "<b>", a: "2026-01-12" })).toContain("No existe un balance con esa dirección");
  });
});

describe("the page of changes", () => {
  test("tells each step newest first, with a line for the residual, and what corrects what", async () => {
    const text = await page();
    const steps = ["De 479 a 483", "De 488 a 479", "De 500 a 488", "Primer balance: 500 personas"];
    const places = steps.map((step) => text.indexOf(step));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(text.match(/sin explicar 0 /g)).toHaveLength(3);
    expect(text).toContain(
      "Este balance corrige el del 2026-01-12 : Una fecha de salida estaba mal escrita.",
    );
    expect(text).toContain("Lo corrige un balance posterior: 2026-01-19 .");
    expect(await page({}, "en")).toContain("From 500 to 488");
  });

  test("sets both series beside each other, with the numbers of the API", async () => {
    const restated = await json(series(ask("series?kind=restated"), none));
    const published = await json(series(ask("series?kind=published"), none));
    const text = await page();
    const rows = restated.items.map(
      (item: { at: string; total: number; published: number; difference: number }) => item,
    );
    expect(published.items.map(({ total }: { total: number }) => total)).toEqual(totals);
    for (const { total, published: then, difference } of rows) {
      expect(difference).toBe(total - then);
      expect(text).toContain(` ${then} ${total} ${difference === 0 ? "0" : `+${difference}`} `);
    }
    expect(text).toContain("5 de enero de 2026 500 502 +2 Después se supo de más personas");
    expect(text).toContain(
      "488 490 +2 Suman: 5 casos anteriores registrados tarde. Restan: 3 salidas anteriores",
    );
    const file = await rowsOf(seriesCsv(ask("series.csv?kind=restated"), none));
    expect(file[0]?.slice(4)).toEqual(["published", "difference", ...learnedTerms]);
    expect(file.slice(1).map((row) => row.slice(2))).toEqual([
      ["502", "2026-01-05", "500", "2", "", "", "", "", ""],
      ["490", "2026-01-12", "488", "2", "5", "-3", "0", "0", "0"],
      ["481", "2026-01-19", "479", "2", "5", "-3", "0", "0", "0"],
      ["483", "2026-01-26", "483", "0", "0", "0", "0", "0", "0"],
    ]);
  });

  test("pages its lists by links that lose nothing", async () => {
    expect(await page({ pasos: "2026-01-12" })).not.toContain("De 479 a 483 ");
    expect(await page({ pasos: "2026-01-12" })).toContain("De 500 a 488 ");
    const older = await page({ cortes: "2026-01-12" });
    expect(older).toContain("500 502");
    expect(older).not.toContain("479 481");
  });
});
