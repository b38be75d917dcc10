-- CreateTable
CREATE TABLE "registry"."case_acts" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "case_acts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."case_acts_from" (
    "id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "case_acts_from_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."open_decisions" (
    "decision_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,

    CONSTRAINT "open_decisions_pkey" PRIMARY KEY ("decision_id")
);

-- CreateIndex
CREATE INDEX "case_acts_case_id_idx" ON "registry"."case_acts"("case_id");

-- CreateIndex
CREATE INDEX "open_decisions_case_id_idx" ON "registry"."open_decisions"("case_id");

-- CreateIndex
CREATE INDEX "audit_events_actor_seq_idx" ON "registry"."audit_events"("actor", "seq");

-- CreateIndex
CREATE INDEX "audit_events_action_seq_idx" ON "registry"."audit_events"("action", "seq");

-- CreateIndex
CREATE INDEX "audit_events_at_idx" ON "registry"."audit_events"("at");

-- ── What hand must write ────────────────────────────────────────────────────
-- What a list of the desk asks of the cases, so that no list looks at more cases than it shows.
CREATE INDEX facts_waiting ON registry.facts (case_id) WHERE known_from IS NULL AND known_to IS NULL AND track <> 'vetting';
CREATE INDEX facts_untaken ON registry.facts (case_id)
  WHERE known_from IS NULL AND known_to IS NULL AND track = 'vetting' AND state = 'pending_evaluation';
CREATE INDEX facts_verified ON registry.facts (case_id)
  WHERE known_from IS NOT NULL AND known_to IS NULL AND track = 'vetting' AND state = 'verified_political';
CREATE INDEX pending_now ON registry.pending_intervals (person_id) WHERE upper_inf(known);
-- Whom a report may already be about, among people who share what is plain.
CREATE INDEX traits_alike ON registry.traits (sex, coalesce(extract(year FROM birth_date)::int, birth_year), person_id);
CREATE INDEX facts_taken ON registry.facts (entity, earliest) WHERE track = 'custody';
-- Who opened identities, and when: what an alert looks at.
CREATE INDEX audit_events_openings ON registry.audit_events (at, actor, action)
  WHERE action IN ('report.opened', 'case.read', 'registry.exported', 'opening.refused');

-- A decision is on this list exactly as long as no second person has spoken.
CREATE FUNCTION registry.follow_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF TG_TABLE_NAME = 'decisions' THEN
    INSERT INTO registry.open_decisions (decision_id, case_id) VALUES (NEW.id, NEW.case_id);
  ELSE
    DELETE FROM registry.open_decisions WHERE decision_id = NEW.decision_id;
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION registry.follow_decision() FROM PUBLIC;
CREATE TRIGGER follow AFTER INSERT ON registry.decisions FOR EACH ROW EXECUTE FUNCTION registry.follow_decision();
CREATE TRIGGER follow AFTER INSERT ON registry.decision_reviews FOR EACH ROW EXECUTE FUNCTION registry.follow_decision();
INSERT INTO registry.open_decisions (decision_id, case_id)
  SELECT id, case_id FROM registry.decisions d WHERE NOT EXISTS (SELECT FROM registry.decision_reviews r WHERE r.decision_id = d.id);

-- All of one length, so that a row says nothing by its size; never changed.
ALTER TABLE registry.case_acts ADD CONSTRAINT case_acts_sealed CHECK (length(sealed) = 297);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON registry.case_acts FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON registry.case_acts FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();
INSERT INTO registry.case_acts_from (id, seq) SELECT 1, coalesce(max(seq), 0) FROM registry.audit_events;

GRANT SELECT ON registry.case_acts, registry.case_acts_from, registry.open_decisions TO vigilia_desk, vigilia_backup;
GRANT INSERT ON registry.case_acts TO vigilia_desk;
