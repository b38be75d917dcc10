-- CreateTable
CREATE TABLE "registry"."slips" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "lookup" BYTEA,
    "thread_key" BYTEA,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_with" TEXT NOT NULL,
    "taken_on" TEXT,
    "transcribed_at" TIMESTAMPTZ(3),
    "transcribed_by" TEXT,
    "late" BOOLEAN,
    "report" BYTEA,
    "destroyed_at" TIMESTAMPTZ(3),
    "destroyed_by" TEXT,
    "seen_at" TIMESTAMPTZ(3),
    "seen_by" TEXT,

    CONSTRAINT "slips_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "slips_number_key" ON "registry"."slips"("number");

-- ── A sheet, its strip and its end ──────────────────────────────────────────
CREATE UNIQUE INDEX slips_lookup ON registry.slips (lookup) WHERE lookup IS NOT NULL;
CREATE INDEX slips_to_destroy ON registry.slips (transcribed_at, id) WHERE transcribed_at IS NOT NULL AND seen_at IS NULL;
ALTER TABLE registry.slips
  ADD CONSTRAINT slips_number CHECK (number ~ '^[0-9]{7}$'),
  ADD CONSTRAINT slips_made_by_two CHECK (made_by <> made_with),
  ADD CONSTRAINT slips_two_people CHECK (seen_by <> destroyed_by),
  ADD CONSTRAINT slips_waiting_whole CHECK (num_nulls(lookup, thread_key) IN (0, 2)),
  ADD CONSTRAINT slips_transcribed_whole CHECK (num_nulls(taken_on, transcribed_at, transcribed_by, late, report) IN (0, 5)),
  ADD CONSTRAINT slips_forgotten CHECK ((lookup IS NULL) = (transcribed_at IS NOT NULL)),
  ADD CONSTRAINT slips_destroyed_whole CHECK (num_nulls(destroyed_at, destroyed_by) IN (0, 2) AND num_nulls(seen_at, seen_by) IN (0, 2)),
  ADD CONSTRAINT slips_in_order CHECK ((destroyed_at IS NULL OR transcribed_at IS NOT NULL) AND (seen_at IS NULL OR destroyed_at IS NOT NULL));

-- Each of the three acts is written once; how a slip was made, never again.
CREATE FUNCTION registry.guard_slip() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.number, NEW.made_at, NEW.made_by, NEW.made_with) IS DISTINCT FROM (OLD.id, OLD.number, OLD.made_at, OLD.made_by, OLD.made_with)
     OR (OLD.transcribed_at IS NOT NULL AND (NEW.transcribed_at, NEW.transcribed_by, NEW.taken_on, NEW.late, NEW.report, NEW.lookup)
       IS DISTINCT FROM (OLD.transcribed_at, OLD.transcribed_by, OLD.taken_on, OLD.late, OLD.report, OLD.lookup))
     OR (OLD.destroyed_at IS NOT NULL AND (NEW.destroyed_at, NEW.destroyed_by) IS DISTINCT FROM (OLD.destroyed_at, OLD.destroyed_by))
     OR (OLD.seen_at IS NOT NULL AND (NEW.seen_at, NEW.seen_by) IS DISTINCT FROM (OLD.seen_at, OLD.seen_by)) THEN
    RAISE EXCEPTION 'append-only: what became of a sheet is written once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON registry.slips FOR EACH ROW EXECUTE FUNCTION registry.guard_slip();
CREATE TRIGGER append_only BEFORE DELETE ON registry.slips FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON registry.slips FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();
CREATE CONSTRAINT TRIGGER traced AFTER INSERT OR UPDATE ON registry.slips
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();

-- The one way in which the desk makes a report: with the receipt of a strip that was made beforehand, once.
CREATE FUNCTION registry.desk_transcribe(slip uuid, report_id uuid, sealed_report bytea, thread uuid, moment timestamptz, is_urgent boolean,
  message uuid, to_thread bytea, to_vault bytea, sheet_day text, who text, is_late boolean, tie bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE held registry.slips; minute timestamptz := date_trunc('minute', moment);
BEGIN
  SELECT * INTO held FROM registry.slips WHERE id = slip AND transcribed_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO registry.threads (id, public_key) VALUES (thread, held.thread_key);
  INSERT INTO registry.reports (id, sealed, received_at, channel, urgent, stage)
    VALUES (report_id, sealed_report, minute, 'paper', is_urgent, 'waiting');
  INSERT INTO registry.receipts (lookup, report_id, thread_id) VALUES (held.lookup, report_id, thread);
  INSERT INTO registry.messages (id, thread_id, from_family, kind, sealed_to_thread, sealed_to_vault, sent_at)
    VALUES (message, thread, false, 'stage', to_thread, to_vault, minute);
  UPDATE registry.slips SET lookup = NULL, thread_key = NULL, taken_on = sheet_day, transcribed_at = moment, transcribed_by = who,
    late = is_late, report = tie WHERE id = slip;
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION registry.desk_transcribe(uuid, uuid, bytea, uuid, timestamptz, boolean, uuid, bytea, bytea, text, text, boolean, bytea)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.desk_transcribe(uuid, uuid, bytea, uuid, timestamptz, boolean, uuid, bytea, bytea, text, text, boolean, bytea)
  TO vigilia_desk;
GRANT SELECT, INSERT, UPDATE (destroyed_at, destroyed_by, seen_at, seen_by) ON registry.slips TO vigilia_desk;
GRANT SELECT ON registry.slips TO vigilia_backup;
