import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Account } from "@/components/tally/account";
import { Apart } from "@/components/tally/apart";
import { Picture } from "@/components/tally/card/picture";
import { Headline } from "@/components/tally/headline";
import { OfWhich } from "@/components/tally/of-which";
import { Partitions } from "@/components/tally/partitions";
import { Tonight } from "@/components/tally/tonight";
import { cardOf } from "@/lib/opendata/balances/card/rules";
import { balance } from "../../support/balance";

const text = (node: React.ReactElement): string =>
  renderToStaticMarkup(node)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

describe("the number", () => {
  it("is a sentence that never goes without its cut-off, method and coverage", () => {
    const words = text(<Headline locale="es" balance={balance()} />);
    expect(words).toContain("1.711 personas detenidas por motivos políticos, verificadas por este registro");
    expect(words).toContain("Al cierre del lunes 26 de enero de 2026 (hora de Venezuela)");
    expect(words).toContain("método 1.0");
    expect(words).toContain("Cubre desde el 29 de julio de 2024");
    expect(text(<Headline locale="en" balance={balance()} />)).toContain("1,711 people detained");
  });
});

describe("the picture that travels without its page", () => {
  it.each(["es", "en"] as const)(
    "bears in %s the total and every division of the card, as the sheet and the message do",
    (locale) => {
      const shown = balance();
      const picture = text(
        <Picture locale={locale} balance={shown} host="registro.example" demonstration={false} />,
      );
      const card = cardOf(locale, shown);
      const lines = [card.total, ...card.divisions.flatMap((division) => division.lines)];
      expect(lines.length).toBeGreaterThan(6);
      for (const { figure } of lines) expect(picture).toContain(figure);
      expect(picture).toContain("registro.example/balances/2026-01-26");
    },
  );
});

describe("a night of releases", () => {
  it("says first how many left and how, that measures are not freedom, and then how the total became this one", () => {
    const words = text(<Tonight locale="es" balance={balance({ kind: "partial" })} />);
    expect(words).toMatch(
      /se verificaron 21 excarcelaciones: \d+ con medidas.*\. Salir de prisión con medidas no es quedar libre\./,
    );
    expect(words.indexOf("La cuenta cierra")).toBeGreaterThan(words.indexOf("excarcelaciones"));
    expect(text(<Tonight locale="en" balance={balance()} />)).toContain("21 releases were verified");
    expect(text(<Tonight locale="es" balance={balance({ change: null })} />)).toBe("");
  });
});

describe("what disclosure control withheld", () => {
  it("is said as a ceiling, as a lower bound, or as not broken down; never as zero and never as a dash", () => {
    const lines = text(<OfWhich locale="es" balance={balance()} />);
    expect(lines).toContain("al menos 61 de paradero desconocido");
    expect(lines).toContain("menos de 20 en su casa");
    expect(lines).not.toMatch(/\b0\b|—/);

    const parts = text(<Partitions locale="es" balance={balance()} />);
    expect(parts).toContain("al menos 1.500 hombres al menos 181 mujeres 30 otros o no consta");
    expect(parts).toContain("1.697 adultas 6 menores de 18 años 8 no consta");
    expect(parts).toContain(
      "Civiles y militares, Condena, Nacionalidad, Paradero: no se desglosa para proteger",
    );
  });

  it("says numbers plainly when everybody counted has a public page", () => {
    const exact = balance({ disclosure: { rule: "1.0", cells: "exact" } });
    expect(text(<Partitions locale="es" balance={exact} />)).not.toContain("al menos");
  });

  it("never gives the pending queue finer than it was rounded", () => {
    expect(text(<Apart locale="es" balance={balance()} />)).toContain("menos de 5");
    expect(text(<Apart locale="es" balance={balance({ pending: { total: 120 } })} />)).toContain("unas 120");
  });
});

describe("the account", () => {
  it("sums in a column from the last balance to this, with persons beside events, and computes what is left", () => {
    const words = text(<Account locale="es" balance={balance()} />);
    expect(words).toContain(
      "Balance anterior 1.711 detenciones nuevas +12 detenidas otra vez +2 excarcelaciones (20 personas) −20",
    );
    expect(words).toContain("sin explicar 0 Este balance 1.711");
    expect(words).toContain("Sin movimiento: salidas sin excarcelación, registros repetidos.");
  });

  it("prints every line with its sentence on the balance's own page, those that did not move as 0", () => {
    const words = text(<Account locale="en" balance={balance()} whole />);
    expect(words).toMatch(/repeated records Records that turned out .*? 0 /);
    expect(words).toContain(
      "Between the balance of January 19, 2026 and that of January 26, 2026 the total stayed at 1,711.",
    );
    expect(words).toContain(
      "These add: 12 new detentions, 2 people detained again, 9 earlier cases registered late",
    );
    expect(words).toContain("The account closes.");
  });

  it("computes the residual from what it prints, whatever it was told, and never hides it", () => {
    const open = balance();
    if (!open.change) throw new Error("a change is given");
    const reconciliation = { ...open.change.reconciliation, closing: 1714, residual: 0 };
    const changed = { ...open, change: { ...open.change, reconciliation } };
    expect(text(<Account locale="es" balance={changed} />)).toContain("sin explicar +3 Este balance 1.714");
    expect(text(<Account locale="es" balance={changed} whole />)).toContain("Quedan +3 sin explicar.");
  });

  it("has nothing to compare the first balance with, and says so", () => {
    expect(text(<Account locale="es" balance={balance({ change: null })} />)).toContain("primer balance");
  });
});
