import type { Figure } from "../figures";

const TIMES = 120;

/** What anybody asks of the list of names, each as an address; `{next}` is the cursor of a page deep inside. */
const questions: [string, string][] = [
  ["the list", "/casos"],
  ["the list, far inside", "/casos?after={next}"],
  ["a filter: state", "/casos?state=whereabouts"],
  ["a filter: entity", "/casos?entity=VE-V"],
  ["two filters", "/casos?entity=VE-M&sex=woman"],
  ["a search: a common surname", "/casos?q=gonzalez"],
  ["a search: two words", "/casos?q=maria%20rodriguez"],
  ["a search: written otherwise", "/casos?q=gonsales%20jose"],
  ["a search: the beginning of a word", "/casos?q=zambr"],
  ["a search: nobody", "/casos?q=xyzzyq"],
  ["search and filter", "/casos?q=perez&entity=VE-A"],
  ["as JSON", "/api/v1/cases?q=garcia"],
  ["as JSON, all", "/api/v1/cases"],
];

/** Each question at two sizes in turns, by processes that keep nothing: how much longer it takes of the larger. */
export async function* lists(small: number, large: number): AsyncGenerator<Figure> {
  const next = [await deep(small), await deep(large)] as const;
  for (const [what, path] of questions) {
    const taken: [number[], number[]] = [[], []];
    for (let time = 0; time < TIMES + 4; time++)
      for (const [which, port] of ([small, large] as const).entries()) {
        const begun = performance.now();
        const answer = await fetch(`http://127.0.0.1:${port}${path.replace("{next}", next[which] ?? "")}`);
        await answer.arrayBuffer();
        if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
        if (time >= 4) taken[which]?.push(performance.now() - begun);
      }
    const [few, many] = taken.map(spread);
    if (!few || !many) return;
    yield { what: `${what} of few`, unit: "ms", ...few };
    yield { what: `${what} of many`, unit: "ms", ...many };
    const ratio = many.p95 / few.p95;
    yield { what: "  many / few, p95", unit: "×", p50: ratio, p95: ratio, bound: { most: 1.5 } };
  }
}

function spread(taken: number[]): { p50: number; p95: number } {
  const sorted = [...taken].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

/** The cursor after some pages. */
async function deep(port: number): Promise<string> {
  let next = "";
  for (let page = 0; page < 3; page++) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/cases?limit=500${next && `&cursor=${next}`}`);
    next = ((await answer.json()) as { next: string | null }).next ?? next;
  }
  return next;
}
