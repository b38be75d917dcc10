import { runDrawn } from "./drawn/run";

// npm run proof:oracle [-- HISTORIES [SEED]]: the counting in PostgreSQL against the naive oracle of the tests, on more people than
// CI has time for, and on others each time. A difference is shrunk and printed with its seed.
runDrawn({
  command: "proof:oracle",
  what: "histories",
  byDefault: 20_000,
  test: "tests/db/tallies/oracle.test.ts",
  named: "ORACLE",
});
