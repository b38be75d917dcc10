-- CreateTable
CREATE TABLE "registry"."replies" (
    "report_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "why" BYTEA,
    "settled_by" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "replies_pkey" PRIMARY KEY ("report_id")
);

-- AddForeignKey
ALTER TABLE "registry"."replies" ADD CONSTRAINT "replies_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "registry"."reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What somebody writes about a public page is answered once ───────────────
ALTER TABLE registry.replies
  ADD CONSTRAINT replies_outcome CHECK (outcome IN ('taken_down', 'refused', 'closed')),
  ADD CONSTRAINT replies_settled_whole CHECK (num_nulls(outcome, why, settled_by, settled_at) IN (0, 4)),
  ADD CONSTRAINT replies_in_time CHECK (received_at < due_at AND received_at <= settled_at);
CREATE INDEX replies_open ON registry.replies (urgent DESC, due_at, report_id) WHERE settled_at IS NULL;
CREATE INDEX replies_settled ON registry.replies (settled_at DESC, report_id) WHERE settled_at IS NOT NULL;
-- It reports nobody: it never stands in the queue, and so becomes no case and no part of one.
ALTER TABLE registry.reports ADD CONSTRAINT reports_reply_never_waits CHECK (channel <> 'reply' OR stage IN ('settled', 'withdrawn'));

CREATE FUNCTION registry.guard_reply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.settled_at IS NOT NULL OR (to_jsonb(NEW) - '{outcome,why,settled_by,settled_at}'::text[])
     <> (to_jsonb(OLD) - '{outcome,why,settled_by,settled_at}'::text[]) THEN
    RAISE EXCEPTION 'append-only: a reply stands as received and ends once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON registry.replies FOR EACH ROW EXECUTE FUNCTION registry.guard_reply();
CREATE TRIGGER append_only BEFORE DELETE ON registry.replies FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON registry.replies FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();
CREATE CONSTRAINT TRIGGER traced AFTER INSERT OR UPDATE ON registry.replies
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();

-- Its code opens its thread alone: neither news of a person nor a file of a report comes with it, whoever made up the post.
CREATE FUNCTION registry.refuse_beside_reply() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM registry.reports p WHERE p.id = NEW.report_id AND p.channel = 'reply') THEN
    RAISE EXCEPTION 'what is written about a public page brings nothing else' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION registry.refuse_beside_reply() FROM PUBLIC;
CREATE TRIGGER never_beside_reply BEFORE INSERT ON registry.news FOR EACH ROW EXECUTE FUNCTION registry.refuse_beside_reply();
CREATE TRIGGER never_beside_reply BEFORE INSERT OR UPDATE OF report_id ON registry.documents
  FOR EACH ROW WHEN (NEW.report_id IS NOT NULL) EXECUTE FUNCTION registry.refuse_beside_reply();

-- 'kept' or 'taken'. The same code again, also at once, makes nothing new; a code of anything else is refused, never overwritten.
CREATE FUNCTION registry.intake_send_reply(code_lookup bytea, reply uuid, sealed_reply bytea, thread uuid, thread_key bytea, moment timestamptz,
  is_urgent boolean, answer_by timestamptz, message uuid, to_thread bytea, to_vault bytea, about bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE came text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(encode(code_lookup, 'hex'), 0));
  SELECT p.channel INTO came FROM registry.receipts r JOIN registry.reports p ON p.id = r.report_id WHERE r.lookup = code_lookup;
  IF came = 'reply' THEN RETURN 'kept'; END IF;
  IF came IS NOT NULL OR EXISTS (SELECT FROM registry.drafts d WHERE d.lookup = code_lookup) THEN RETURN 'taken'; END IF;
  INSERT INTO registry.threads (id, public_key) VALUES (thread, thread_key);
  INSERT INTO registry.reports (id, sealed, received_at, channel, urgent, stage)
    VALUES (reply, sealed_reply, date_trunc('minute', moment), 'reply', is_urgent, 'settled');
  INSERT INTO registry.replies (report_id, received_at, urgent, due_at)
    VALUES (reply, date_trunc('minute', moment), is_urgent, answer_by);
  INSERT INTO registry.receipts (lookup, report_id, thread_id) VALUES (code_lookup, reply, thread);
  INSERT INTO registry.messages (id, thread_id, from_family, kind, sealed_to_thread, sealed_to_vault, sent_at)
    VALUES (message, thread, false, 'stage', to_thread, to_vault, date_trunc('minute', moment));
  PERFORM registry.append_audit(moment, 'family', 'reply.received', about);
  RETURN 'kept';
END $$;

REVOKE ALL ON FUNCTION registry.intake_send_reply(bytea, uuid, bytea, uuid, bytea, timestamptz, boolean, timestamptz, uuid, bytea, bytea, bytea)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.intake_send_reply(bytea, uuid, bytea, uuid, bytea, timestamptz, boolean, timestamptz, uuid, bytea, bytea, bytea)
  TO vigilia_intake;
GRANT SELECT ON registry.replies TO vigilia_desk, vigilia_backup;
GRANT UPDATE (outcome, why, settled_by, settled_at) ON registry.replies TO vigilia_desk;
