import { expect, it } from "vitest";
import { vocabularies } from "@/lib/vocabularies/rules";
import { run } from "../../../scripts/steps/vocabularies";
import { asOwner } from "../../support/owner";

const total = Object.values(vocabularies).reduce((sum, list) => sum + list.length, 0);
const count = () => asOwner<{ n: number }>("SELECT count(*)::int n FROM registry.terms WHERE active");

it("loads every term once, however often it runs, and retires a word that left its list", async () => {
  await run();
  expect((await count())[0]?.n).toBe(total);

  await asOwner(
    "INSERT INTO registry.terms VALUES ('force', 'FAES', 'FAES', 'FAES', '{}', null, null, 99, true)",
  );
  await asOwner("UPDATE registry.terms SET label_es = 'Vargas' WHERE list = 'entity' AND code = 'VE-X'");
  await run();

  expect((await count())[0]?.n).toBe(total);
  const rows = await asOwner<{ code: string; label_es: string; active: boolean }>(
    "SELECT code, label_es, active FROM registry.terms WHERE code IN ('FAES', 'VE-X') ORDER BY code",
  );
  expect(rows).toEqual([
    { code: "FAES", label_es: "FAES", active: false },
    { code: "VE-X", label_es: "La Guaira", active: true },
  ]);
});
