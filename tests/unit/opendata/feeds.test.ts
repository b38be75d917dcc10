import { expect, it } from "vitest";
import { atomXml, feedId } from "@/lib/opendata/feeds/rules";
import { securityText } from "@/lib/opendata/site/rules";

const entry = {
  id: feedId("balance", "x", "es"),
  title: 'Más & menos <b>"',
  summary: "con\u0000 control\u000b y 😀",
  updated: new Date("2026-01-27T12:00:00Z"),
  path: "/comparar/a--b?desde=2025-12&balance=2026-01-26",
};
const feed = {
  id: feedId("feed", "es"),
  title: "Vigilia",
  subtitle: "Prueba",
  self: "/atom.xml",
  page: "/balances",
  entries: [entry, { ...entry, id: feedId("y"), updated: new Date("2026-01-20T12:00:00Z") }],
};

it("writes text as text, whatever it holds, and addresses that can be followed in that language", () => {
  const xml = atomXml("en", feed, "https://registro.example", "Vigilia & otros");
  expect(xml).toContain("<title>Más &amp; menos &lt;b&gt;&quot;</title>");
  expect(xml).toContain("<summary>con control y 😀</summary>");
  expect(xml).toContain(
    'href="https://registro.example/en/compare/a--b?desde=2025-12&amp;balance=2026-01-26"',
  );
  expect(xml).toContain('xml:lang="en');
  expect(xml.match(/<updated>[^<]+/g)).toEqual([
    "<updated>2026-01-27T12:00:00.000Z",
    "<updated>2026-01-27T12:00:00.000Z",
    "<updated>2026-01-20T12:00:00.000Z",
  ]);
});

it("is the same bytes for the same entries, and a feed of nothing tells no moment of its own", () => {
  expect(atomXml("es", feed, null, "V")).toBe(atomXml("es", feed, null, "V"));
  expect(atomXml("es", { ...feed, entries: [] }, null, "V")).toContain("<updated>1970-01-01T00:00:00.000Z");
});

it("gives each entry an id that follows from what it is, and another in the other language", () => {
  expect(feedId("balance", "x", "es")).toBe(entry.id);
  expect(feedId("balance", "x", "es")).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(feedId("balance", "x", "en")).not.toBe(entry.id);
});

it("says in security.txt whom to write to and until when, and nothing where nobody was named", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  const text = securityText({
    contacts: ["mailto:s@registro.example"],
    site: "https://registro.example",
    now,
  });
  expect(text?.split("\n")).toEqual([
    "Contact: mailto:s@registro.example",
    "Expires: 2027-05-01T00:00:00Z",
    "Preferred-Languages: es, en",
    "Canonical: https://registro.example/.well-known/security.txt",
    "",
  ]);
  expect(securityText({ contacts: [], site: null, now })).toBeNull();
});
