-- AlterTable
ALTER TABLE "registry"."threads" ADD COLUMN     "unread" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "waiting" TEXT,
ADD COLUMN     "waiting_since" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "registry"."contact_entries" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."code_revocations" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "reason" BYTEA NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "code_revocations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."outcome_notices" (
    "decision_id" UUID NOT NULL,
    "sent_by" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outcome_notices_pkey" PRIMARY KEY ("decision_id")
);

-- CreateIndex
CREATE INDEX "contact_entries_report_id_id_idx" ON "registry"."contact_entries"("report_id", "id");

-- CreateIndex
CREATE INDEX "code_revocations_report_id_idx" ON "registry"."code_revocations"("report_id");

-- AddForeignKey
ALTER TABLE "registry"."contact_entries" ADD CONSTRAINT "contact_entries_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "registry"."reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."code_revocations" ADD CONSTRAINT "code_revocations_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "registry"."reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."outcome_notices" ADD CONSTRAINT "outcome_notices_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "registry"."decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Whose turn it is on a thread ────────────────────────────────────────────
ALTER TABLE registry.threads
  ADD CONSTRAINT threads_waiting CHECK (waiting IN ('us', 'family')),
  ADD CONSTRAINT threads_waiting_since CHECK ((waiting IS NULL) = (waiting_since IS NULL));
ALTER TABLE registry.messages ADD CONSTRAINT messages_kind CHECK (kind IN ('stage', 'question', 'word'));
CREATE INDEX threads_turn ON registry.threads (waiting, waiting_since, id) WHERE waiting IS NOT NULL;
CREATE INDEX threads_unread ON registry.threads (waiting_since, id) WHERE unread;
CREATE INDEX receipts_thread ON registry.receipts (thread_id);
CREATE INDEX receipts_report ON registry.receipts (report_id);

-- A word of the family waits for us, the oldest first; a question waits for them; our word ends the waiting; a stage changes nothing.
CREATE FUNCTION registry.follow_message() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.from_family THEN
    UPDATE registry.threads SET waiting = 'us', unread = true,
      waiting_since = CASE WHEN waiting = 'us' THEN waiting_since ELSE NEW.sent_at END WHERE id = NEW.thread_id;
  ELSIF NEW.kind = 'question' THEN
    UPDATE registry.threads SET waiting = 'family', waiting_since = NEW.sent_at, unread = false WHERE id = NEW.thread_id;
  ELSIF NEW.kind = 'word' THEN
    UPDATE registry.threads SET waiting = NULL, waiting_since = NULL, unread = false WHERE id = NEW.thread_id;
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION registry.follow_message() FROM PUBLIC;
CREATE TRIGGER follow AFTER INSERT ON registry.messages FOR EACH ROW EXECUTE FUNCTION registry.follow_message();
UPDATE registry.threads h SET waiting = 'family', waiting_since = t.asked_at
  FROM registry.receipts r JOIN registry.triage t ON t.report_id = r.report_id WHERE r.thread_id = h.id AND t.asked_at IS NOT NULL;
CREATE CONSTRAINT TRIGGER traced AFTER UPDATE ON registry.threads
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();

-- The family's word on its own thread. Posted twice it is one message; for a code that opens nothing, none.
CREATE FUNCTION registry.intake_post_message(code_lookup bytea, message uuid, to_thread bytea, to_vault bytea, moment timestamptz, about bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE conversation uuid;
BEGIN
  SELECT r.thread_id INTO conversation FROM registry.receipts r JOIN registry.threads h ON h.id = r.thread_id
    WHERE r.lookup = code_lookup FOR UPDATE OF h;
  IF conversation IS NULL THEN RETURN false; END IF;
  IF EXISTS (SELECT FROM registry.messages m WHERE m.id = message) THEN RETURN true; END IF;
  IF (SELECT count(*) FROM registry.messages m WHERE m.thread_id = conversation AND m.from_family AND m.sent_at > moment - interval '1 day') >= 20
    THEN RETURN false; END IF;
  INSERT INTO registry.messages (id, thread_id, from_family, kind, sealed_to_thread, sealed_to_vault, sent_at)
    VALUES (message, conversation, true, 'word', to_thread, to_vault, greatest(date_trunc('minute', moment),
      (SELECT max(m.sent_at) + interval '1 millisecond' FROM registry.messages m WHERE m.thread_id = conversation)));
  PERFORM registry.append_audit(moment, 'family', 'thread.answered', about);
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION registry.intake_post_message(bytea, uuid, bytea, bytea, timestamptz, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.intake_post_message(bytea, uuid, bytea, bytea, timestamptz, bytea) TO vigilia_intake;

-- ── How a family is reached ─────────────────────────────────────────────────
-- One length for all, so that an entry says nothing by its size: neither what it is nor how long a number is.
ALTER TABLE registry.contact_entries ADD CONSTRAINT contact_entries_sealed CHECK (length(sealed) = 1065);
CREATE TRIGGER append_only BEFORE UPDATE ON registry.contact_entries FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE CONSTRAINT TRIGGER traced AFTER INSERT OR UPDATE OR DELETE ON registry.contact_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();

-- ── A code given by telephone, and taken back by two ────────────────────────
-- A report without a code gets one, once. With sealed words the report is made with it: that of somebody who only ever spoke to staff.
CREATE FUNCTION registry.issue_code(code_lookup bytea, report uuid, sealed_report bytea, thread uuid, thread_key bytea, moment timestamptz,
  standing registry.report_stage, by_whom text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM registry.receipts r WHERE r.report_id = report) OR standing NOT IN ('in_review', 'settled') THEN RETURN false; END IF;
  IF sealed_report IS NOT NULL THEN
    INSERT INTO registry.reports (id, sealed, received_at, channel, urgent, stage, assigned_to)
      VALUES (report, sealed_report, moment, 'telephone', false, standing, by_whom);
  END IF;
  INSERT INTO registry.threads (id, public_key) VALUES (thread, thread_key);
  INSERT INTO registry.receipts (lookup, report_id, thread_id) VALUES (code_lookup, report, thread);
  RETURN true;
END $$;
ALTER TABLE registry.code_revocations
  ADD CONSTRAINT code_revocations_two_people CHECK (confirmed_by <> proposed_by),
  ADD CONSTRAINT code_revocations_confirmed_by_somebody CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL));
CREATE UNIQUE INDEX code_revocations_one_open ON registry.code_revocations (report_id) WHERE confirmed_by IS NULL;
CREATE TRIGGER guard BEFORE UPDATE ON registry.code_revocations FOR EACH ROW EXECUTE FUNCTION registry.guard_seconded();
CREATE CONSTRAINT TRIGGER traced AFTER INSERT OR UPDATE OR DELETE ON registry.code_revocations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();
-- Only what a second person confirmed takes a code away, and the conversation with it.
CREATE FUNCTION registry.revoke_code(revocation uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE gone uuid[]; about uuid;
BEGIN
  SELECT report_id INTO about FROM registry.code_revocations WHERE id = revocation AND confirmed_by IS NOT NULL;
  IF about IS NULL THEN RAISE EXCEPTION 'two people: a code is revoked once a second person confirmed it' USING ERRCODE = 'check_violation'; END IF;
  SELECT coalesce(array_agg(thread_id), '{}') INTO gone FROM registry.receipts WHERE report_id = about;
  DELETE FROM registry.messages WHERE thread_id = ANY (gone);
  DELETE FROM registry.receipts WHERE report_id = about;
  DELETE FROM registry.threads WHERE id = ANY (gone);
  RETURN cardinality(gone) > 0;
END $$;

-- ── A verdict explained once ────────────────────────────────────────────────
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON registry.outcome_notices FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON registry.outcome_notices FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();
CREATE CONSTRAINT TRIGGER traced AFTER INSERT ON registry.outcome_notices
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();

-- ── After a release only the person asked again shows the page in full ──────
CREATE OR REPLACE FUNCTION registry.shown_in_full(of_case uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT coalesce((
    SELECT n.kind = 'named' FROM registry.naming_acts n
    WHERE n.case_id = of_case AND CASE n.kind WHEN 'named' THEN n.confirmed_at ELSE n.proposed_at END <= moment
    ORDER BY CASE n.kind WHEN 'named' THEN n.confirmed_at ELSE n.proposed_at END DESC, n.kind DESC, n.id DESC LIMIT 1
  ), false) AND NOT EXISTS (
    SELECT FROM registry.facts f
    WHERE f.case_id = of_case AND f.track = 'custody' AND f.state ~ '^(released_|expelled_deported$|left_without_release$)'
      AND f.known_from <= moment AND (f.known_to IS NULL OR f.known_to > moment)
      AND f.known_from >= coalesce((SELECT max(p.known_from) FROM registry.permissions p WHERE p.case_id = of_case AND p.purpose = 'name'
        AND p.granted AND p.given_by = 'person' AND p.standing AND p.known_from <= moment AND (p.known_to IS NULL OR p.known_to > moment)), '-infinity'))
$$;
-- Who was freed, the newest first, for the list of those to ask again.
CREATE INDEX facts_freed ON registry.facts (known_from DESC, case_id DESC)
  WHERE track = 'custody' AND known_to IS NULL AND state ~ '^(released_|expelled_deported$|left_without_release$)';

-- ── Erasure takes these words too ───────────────────────────────────────────
CREATE OR REPLACE FUNCTION registry.erase_reports(ids uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE gone uuid[];
BEGIN
  SELECT coalesce(array_agg(thread_id), '{}') INTO gone FROM registry.receipts WHERE report_id = ANY (ids);
  DELETE FROM registry.messages WHERE thread_id = ANY (gone);
  DELETE FROM registry.receipts WHERE report_id = ANY (ids);
  DELETE FROM registry.threads WHERE id = ANY (gone);
  DELETE FROM registry.contact_entries WHERE report_id = ANY (ids);
  DELETE FROM registry.code_revocations WHERE report_id = ANY (ids);
  UPDATE registry.reports SET sealed = '\x00', stage = 'withdrawn', assigned_to = NULL WHERE id = ANY (ids);
END $$;

REVOKE ALL ON FUNCTION registry.issue_code(bytea, uuid, bytea, uuid, bytea, timestamptz, registry.report_stage, text), registry.revoke_code(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.issue_code(bytea, uuid, bytea, uuid, bytea, timestamptz, registry.report_stage, text), registry.revoke_code(uuid) TO vigilia_desk;
GRANT SELECT ON registry.contact_entries, registry.code_revocations, registry.outcome_notices TO vigilia_desk, vigilia_backup;
GRANT INSERT ON registry.contact_entries, registry.code_revocations, registry.outcome_notices TO vigilia_desk;
GRANT UPDATE (confirmed_by, confirmed_at) ON registry.code_revocations TO vigilia_desk;
GRANT UPDATE (waiting, waiting_since, unread) ON registry.threads TO vigilia_desk;
