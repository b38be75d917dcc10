import { desk } from "@/lib/db/desk";
import { type ListName, vocabularies } from "@/lib/vocabularies/rules";

export const name = "Vocabularies";
export const order = 10;

/**
 * Writes every term of lib/vocabularies into registry.terms. Safe to run at every start: a word that left its list is marked
 * inactive and never deleted, for old facts may still bear it.
 */
export async function run(): Promise<string> {
  const rows = (Object.keys(vocabularies) as ListName[]).flatMap((list) =>
    vocabularies[list].map((term, position) => ({
      list,
      code: term.code,
      labelEs: term.es,
      labelEn: term.en,
      aliases: [...(term.aliases ?? [])],
      entity: term.entity ?? null,
      kind: term.kind ?? null,
      position,
      active: true,
    })),
  );
  await desk().$transaction(
    async (tx) => {
      const known = await tx.term.findMany({
        select: {
          list: true,
          code: true,
          labelEs: true,
          labelEn: true,
          aliases: true,
          entity: true,
          kind: true,
          position: true,
          active: true,
        },
      });
      const current = new Set(rows.map((row) => `${row.list} ${row.code}`));
      const stored = new Set(known.map((row) => `${row.list} ${row.code}`));
      const same = new Set(known.map(inOneLine));
      await tx.term.createMany({ data: rows.filter((row) => !stored.has(`${row.list} ${row.code}`)) });
      for (const { list, code, ...words } of rows.filter(
        (row) => stored.has(`${row.list} ${row.code}`) && !same.has(inOneLine(row)),
      )) {
        await tx.term.update({ where: { list_code: { list, code } }, data: words });
      }
      for (const { list, code } of known.filter((row) => !current.has(`${row.list} ${row.code}`))) {
        await tx.term.update({ where: { list_code: { list, code } }, data: { active: false } });
      }
    },
    { timeout: 120_000, maxWait: 30_000 },
  );
  return `${rows.length} terms`;
}

const inOneLine = (row: Record<string, unknown>): string =>
  JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
