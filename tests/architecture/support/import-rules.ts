import type { IForbiddenRuleType } from "dependency-cruiser";

/** The folders of lib, foundations first: each may import only from those before it. */
export const ORDER = [
  "core",
  "i18n",
  "vocabularies",
  "db",
  "vault",
  "auth",
  "audit",
  "people",
  "consent",
  "evidence",
  "cases",
  "publication",
  "intake",
  "vetting",
  "claims",
  "tallies",
  "balances",
  "opendata",
  "filings",
] as const;

/** Folders of lib whose files have words of their own; all others have schema, rules, queries and commands. */
export const OWN_WORDS = ["core", "i18n", "db", "vault", "auth", "audit"];

const PUBLIC = "^app/\\[locale\\]/\\((public|embed)\\)/|^app/api/v1/";
const FAMILY = "^app/\\[locale\\]/\\(family\\)/";
const anyOf = (folders: readonly string[]) => `^lib/(${folders.join("|")})(/|$)`;

const order: IForbiddenRuleType[] = ORDER.slice(0, -1).map((folder, index) => ({
  name: `order: ${folder}`,
  severity: "error",
  from: { path: `^lib/${folder}/` },
  to: { path: anyOf(ORDER.slice(index + 1)) },
}));

function only(name: string, from: string, to: string, allowed: string): IForbiddenRuleType {
  return { name, severity: "error", from: { path: from }, to: { path: to, pathNot: allowed } };
}

function never(name: string, from: { path?: string; pathNot?: string }, to: string): IForbiddenRuleType {
  return { name, severity: "error", from, to: { path: to } };
}

/** Which imports the house forbids. Imports of types count too: a shape is knowledge. */
export const RULES: IForbiddenRuleType[] = [
  ...order,
  never("lib asks nobody above", { path: "^lib/" }, "^(app|components|scripts|tests)/"),
  never("components decide nothing", { path: "^components/" }, "^(app|scripts|tests)/"),
  never("app does not reach into tools", { path: "^(app|proxy|instrumentation)" }, "^(scripts|tests)/"),
  {
    name: "components draw, they do not ask",
    severity: "error",
    from: { path: "^components/" },
    to: { path: "^lib/db/|^lib/.*/(commands|queries)\\.ts$", dependencyTypesNot: ["type-only"] },
  },
  only("public sees what is published", PUBLIC, "^lib/", anyOf(["core", "i18n", "vocabularies", "opendata"])),
  only(
    "family sees reception only",
    FAMILY,
    "^lib/",
    `${anyOf(["core", "i18n", "vocabularies", "consent", "evidence", "intake"])}|^lib/auth/actor\\.ts$`,
  ),
  never(
    "door open: opendata only",
    { path: "^(lib|app|components)/", pathNot: "^lib/(opendata|db)/" },
    "^lib/db/open\\.ts$",
  ),
  never(
    "door intake: intake only",
    { path: "^(lib|app|components)/", pathNot: "^lib/(intake|db)/" },
    "^lib/db/intake\\.ts$",
  ),
  never(
    "door desk: not for the open process",
    { path: "^lib/(opendata|intake)/|^components/" },
    "^lib/db/desk\\.ts$",
  ),
  {
    name: "doors only",
    severity: "error",
    from: { path: "^(lib|app|components)/", pathNot: "^lib/db/" },
    to: { path: "^lib/db/connect\\.ts$", dependencyTypesNot: ["type-only"] },
  },
  never("no database in app", { path: "^app/", pathNot: "^app/readyz/" }, "^lib/db/"),
  {
    name: "rules and schemas are pure",
    severity: "error",
    from: { path: `^lib/(?!${OWN_WORDS.join("|")}).*/(rules|schema)\\.ts$` },
    to: {
      path: "^lib/",
      pathNot: "^lib/core/|^lib/vocabularies/|^lib/i18n/|/(rules|schema)\\.ts$",
      dependencyTypesNot: ["type-only"],
    },
  },
  { name: "no circles", severity: "error", from: { path: "^(app|components|lib)/" }, to: { circular: true } },
];
