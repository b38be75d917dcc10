import { runDrawn } from "./drawn/run";

// npm run proof:merges [-- SEQUENCES [SEED]]: merges and their undoings, with facts and permissions arriving between, by the commands of
// the desk; every tally at every (at, known) against the naive oracle, and after each undoing the registry as if it had never been.
runDrawn({
  command: "proof:merges",
  what: "sequences",
  byDefault: 500,
  test: "tests/db/tallies/merges.test.ts",
  named: "MERGE",
});
