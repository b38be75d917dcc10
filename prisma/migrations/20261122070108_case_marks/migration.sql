-- CreateTable
CREATE TABLE "registry"."case_marks" (
    "case_id" UUID NOT NULL,
    "stale" BOOLEAN NOT NULL,
    "gaps" INTEGER NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "missing_since" TIMESTAMPTZ(3),

    CONSTRAINT "case_marks_pkey" PRIMARY KEY ("case_id")
);

-- ── Every case has its marks, and none is quietly out of date ───────────────
CREATE INDEX case_marks_stale ON registry.case_marks (case_id) WHERE stale;
CREATE INDEX case_marks_confirmed ON registry.case_marks (confirmed_at, case_id) WHERE confirmed_at IS NOT NULL;
CREATE INDEX case_marks_missing ON registry.case_marks (missing_since, case_id) WHERE missing_since IS NOT NULL;
-- One index for each kind of gap: its cases are counted and paged without reading those that do not have it.
DO $$ BEGIN
  FOR kind IN 0..14 LOOP
    EXECUTE format('CREATE INDEX case_marks_gap_%1$s ON registry.case_marks (case_id) WHERE gaps & %2$s <> 0', kind, 1 << kind);
  END LOOP;
END $$;

CREATE FUNCTION registry.mark_new_cases() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO registry.case_marks (case_id, stale, gaps) SELECT id, true, 0 FROM opened;
  RETURN NULL;
END $$;
CREATE TRIGGER marks AFTER INSERT ON registry.cases REFERENCING NEW TABLE AS opened
  FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_new_cases();

CREATE FUNCTION registry.make_marks_stale() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE registry.case_marks SET stale = true WHERE case_id = NEW.case_id AND NOT stale;
  RETURN NULL;
END $$;
-- What comes already known comes with an import, whose cases are new and stale themselves.
CREATE TRIGGER marks_proposal AFTER INSERT ON registry.facts FOR EACH ROW WHEN (NEW.known_from IS NULL)
  EXECUTE FUNCTION registry.make_marks_stale();
CREATE TRIGGER marks AFTER UPDATE ON registry.facts FOR EACH ROW EXECUTE FUNCTION registry.make_marks_stale();
REVOKE ALL ON FUNCTION registry.mark_new_cases(), registry.make_marks_stale() FROM PUBLIC;
INSERT INTO registry.case_marks (case_id, stale, gaps) SELECT id, true, 0 FROM registry.cases;

-- ── What waits too long is found without reading the registry ───────────────
CREATE INDEX facts_waiting_since ON registry.facts (recorded_at, id) WHERE known_from IS NULL AND known_to IS NULL;
CREATE INDEX facts_ahead ON registry.facts (latest, id) WHERE earliest > recorded_at AND known_to IS NULL;
CREATE INDEX facts_ending ON registry.facts (end_latest, id) WHERE end_latest > recorded_at AND known_to IS NULL;
CREATE INDEX decisions_unanswered ON registry.decisions (authored_at, id) WHERE fact_id IS NULL;
CREATE INDEX decisions_next_review ON registry.decisions (next_review_at, id) WHERE next_review_at IS NOT NULL;
CREATE INDEX fact_retractions_waiting ON registry.fact_retractions (proposed_at, id) WHERE decided_at IS NULL;
CREATE INDEX triage_unassigned ON registry.triage (received_at, report_id) WHERE assigned_to IS NULL;
CREATE INDEX triage_asked_since ON registry.triage (asked_at, report_id) WHERE asked_at IS NOT NULL;

GRANT SELECT, UPDATE (stale, gaps, confirmed_at, missing_since) ON registry.case_marks TO vigilia_desk;
GRANT SELECT ON registry.case_marks TO vigilia_backup;
