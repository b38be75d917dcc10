import { afterAll, beforeAll, expect, test } from "vitest";
import { dropIndex } from "@/lib/people/indexed/commands";
import { candidates } from "@/lib/people/indexed/queries";
import { givenIndex } from "../../support/indexed";
import { cast, givenMergers, merged, undone, verified } from "../../support/merges";

beforeAll(givenMergers);
afterAll(dropIndex);

test("among candidates one case answers for both while they are one, and never for itself", async () => {
  const [a, b, c] = [await verified(), await verified(), await verified()];
  await givenIndex(cast.vera);
  const alike = async (caseId: string) =>
    (await candidates(cast.vera, { kind: "case", id: caseId })).map(({ id }) => id);
  expect(await alike(c.caseId)).toEqual(expect.arrayContaining([a.caseId, b.caseId]));
  const id = await merged(a.caseId, b.caseId);
  expect(await alike(c.caseId)).toEqual([a.caseId]);
  expect(await alike(a.caseId)).toEqual([c.caseId]);
  expect(await alike(b.caseId)).toEqual([c.caseId]);
  await undone(id);
  expect(await alike(a.caseId)).toContain(b.caseId);
});
