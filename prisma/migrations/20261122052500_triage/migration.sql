-- CreateTable
CREATE TABLE "registry"."triage" (
    "report_id" UUID NOT NULL,
    "rank" SMALLINT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "assigned_to" TEXT,
    "assigned_at" TIMESTAMPTZ(3),
    "snoozed_until" TIMESTAMPTZ(3),
    "snooze_words" BYTEA,
    "asked_at" TIMESTAMPTZ(3),
    "sealed" BYTEA,

    CONSTRAINT "triage_pkey" PRIMARY KEY ("report_id")
);

-- CreateIndex
CREATE INDEX "triage_rank_received_at_report_id_idx" ON "registry"."triage"("rank", "received_at", "report_id");

-- CreateIndex
CREATE INDEX "triage_assigned_to_rank_received_at_report_id_idx" ON "registry"."triage"("assigned_to", "rank", "received_at", "report_id");

-- AddForeignKey
ALTER TABLE "registry"."triage" ADD CONSTRAINT "triage_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "registry"."reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What hand must write ────────────────────────────────────────────────────
CREATE INDEX triage_unseen ON registry.triage (rank, received_at, report_id) WHERE sealed IS NULL;
CREATE INDEX triage_asked ON registry.triage (rank, received_at, report_id) WHERE asked_at IS NOT NULL;
CREATE INDEX triage_snoozed ON registry.triage (snoozed_until) WHERE snoozed_until IS NOT NULL;
ALTER TABLE registry.triage
  ADD CONSTRAINT triage_rank CHECK (rank IN (0, 1)),
  ADD CONSTRAINT triage_snooze CHECK ((snoozed_until IS NULL) = (snooze_words IS NULL)),
  -- One length for all, so that a leaf says nothing by its size.
  ADD CONSTRAINT triage_sealed CHECK (length(sealed) = 297);

-- A leaf lives exactly as long as its report waits, and bears the name of whoever holds it.
CREATE FUNCTION registry.follow_report() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.stage <> 'waiting' THEN
    DELETE FROM registry.triage WHERE report_id = NEW.id;
    RETURN NULL;
  END IF;
  INSERT INTO registry.triage AS t (report_id, rank, received_at, assigned_to)
    VALUES (NEW.id, CASE WHEN NEW.urgent THEN 0 ELSE 1 END, NEW.received_at, NEW.assigned_to)
    ON CONFLICT (report_id) DO UPDATE SET assigned_to = EXCLUDED.assigned_to, assigned_at = NULL
    WHERE t.assigned_to IS DISTINCT FROM EXCLUDED.assigned_to;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION registry.follow_report() FROM PUBLIC;
CREATE TRIGGER follow AFTER INSERT OR UPDATE OF stage, assigned_to, urgent ON registry.reports
  FOR EACH ROW EXECUTE FUNCTION registry.follow_report();
INSERT INTO registry.triage (report_id, rank, received_at, assigned_to)
  SELECT id, CASE WHEN urgent THEN 0 ELSE 1 END, received_at, assigned_to FROM registry.reports WHERE stage = 'waiting';

-- Putting a report off and asking its family leave a trace; that its marks were first read is part of the look at the queue.
CREATE CONSTRAINT TRIGGER traced AFTER UPDATE OF snoozed_until, snooze_words, asked_at ON registry.triage
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();

GRANT SELECT ON registry.triage TO vigilia_desk, vigilia_backup;
GRANT UPDATE (assigned_at, snoozed_until, snooze_words, asked_at, sealed) ON registry.triage TO vigilia_desk;
