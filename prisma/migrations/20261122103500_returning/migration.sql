-- AlterTable
ALTER TABLE "registry"."receipts" ADD COLUMN     "word" BYTEA;

-- CreateTable
CREATE TABLE "registry"."message_reads" (
    "message_id" UUID NOT NULL,
    "read_on" DATE NOT NULL,

    CONSTRAINT "message_reads_pkey" PRIMARY KEY ("message_id")
);

-- CreateIndex
CREATE INDEX "message_reads_read_on_idx" ON "registry"."message_reads"("read_on");

-- AddForeignKey
ALTER TABLE "registry"."message_reads" ADD CONSTRAINT "message_reads_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "registry"."messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What a holder permits, on their own thread ──────────────────────────────
ALTER TABLE registry.messages DROP CONSTRAINT messages_kind,
  ADD CONSTRAINT messages_kind CHECK (kind IN ('stage', 'question', 'word', 'answers'));

-- As before; what a holder permits or takes back waits for nobody's words.
CREATE OR REPLACE FUNCTION registry.follow_message() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.kind = 'answers' THEN RETURN NULL; END IF;
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

-- 'kept', 'full' or 'unknown'. The answer waits sealed to the vault; the thread keeps what stands, for its own code. Posted twice it is one.
CREATE FUNCTION registry.intake_post_answer(code_lookup bytea, item uuid, sealed_answer bytea, message uuid, to_thread bytea, to_vault bytea,
  moment timestamptz, about bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE conversation uuid;
BEGIN
  SELECT r.thread_id INTO conversation FROM registry.receipts r JOIN registry.threads h ON h.id = r.thread_id
    WHERE r.lookup = code_lookup FOR UPDATE OF h;
  IF conversation IS NULL THEN RETURN 'unknown'; END IF;
  IF EXISTS (SELECT FROM registry.messages m WHERE m.id = message) THEN RETURN 'kept'; END IF;
  IF (SELECT count(*) FROM registry.messages m WHERE m.thread_id = conversation AND m.from_family AND m.kind = 'answers'
      AND m.sent_at > moment - interval '1 day') >= 20 THEN RETURN 'full'; END IF;
  -- Two answers within a minute keep their order: the last one rules.
  INSERT INTO registry.withdrawals (id, sealed, posted_at) VALUES (item, sealed_answer, greatest(date_trunc('milliseconds', moment),
    (SELECT max(w.posted_at) + interval '1 millisecond' FROM registry.withdrawals w WHERE w.posted_at >= date_trunc('milliseconds', moment)
      AND w.posted_at < date_trunc('milliseconds', moment) + interval '1 minute')));
  INSERT INTO registry.messages (id, thread_id, from_family, kind, sealed_to_thread, sealed_to_vault, sent_at)
    VALUES (message, conversation, true, 'answers', to_thread, to_vault, greatest(date_trunc('minute', moment),
      (SELECT max(m.sent_at) + interval '1 millisecond' FROM registry.messages m WHERE m.thread_id = conversation)));
  PERFORM registry.append_audit(moment, 'family', 'withdrawal.posted', about);
  RETURN 'kept';
END $$;

-- ── A name leaves every public page at its giver's word ─────────────────────
-- The handle is random, known to the naming and, sealed, to its giver's thread: it takes one page down and leads from no code to it.
CREATE FUNCTION registry.intake_withdraw_naming(code_lookup bytea, naming bytea, act uuid, moment timestamptz, about bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE named registry.naming_acts; last_act uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM registry.receipts WHERE lookup = code_lookup) THEN RETURN false; END IF;
  SELECT * INTO named FROM registry.naming_acts n WHERE n.handle = naming AND n.kind = 'named';
  IF named.id IS NULL THEN RETURN false; END IF;
  PERFORM FROM registry.cases c WHERE c.id = named.case_id FOR UPDATE;
  SELECT n.id INTO last_act FROM registry.naming_acts n WHERE n.case_id = named.case_id
    ORDER BY n.proposed_at DESC, n.kind DESC, n.id DESC LIMIT 1;
  IF last_act <> named.id THEN RETURN false; END IF;
  INSERT INTO registry.naming_acts (id, case_id, kind, proposed_by, proposed_at)
    VALUES (act, named.case_id, 'withdrawn', 'family', greatest(moment, named.confirmed_at));
  DELETE FROM publication.named_cases p USING registry.cases c WHERE c.id = named.case_id AND p.reference = c.reference;
  PERFORM registry.append_audit(moment, 'family', 'naming.taken_down', about);
  RETURN true;
END $$;

-- ── A code taken back by its holder ─────────────────────────────────────────
CREATE FUNCTION registry.intake_keep_word(code_lookup bytea, code_word bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE registry.receipts SET word = code_word WHERE lookup = code_lookup AND word IS NULL
$$;

-- True when code and word were right. From then on the code equals one that never was; the report stays.
CREATE FUNCTION registry.intake_revoke(code_lookup bytea, code_word bytea, moment timestamptz, about bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE conversation uuid;
BEGIN
  SELECT r.thread_id INTO conversation FROM registry.receipts r WHERE r.lookup = code_lookup AND r.word = code_word FOR UPDATE;
  IF conversation IS NULL THEN RETURN false; END IF;
  DELETE FROM registry.messages WHERE thread_id = conversation;
  DELETE FROM registry.receipts WHERE thread_id = conversation;
  DELETE FROM registry.threads WHERE id = conversation;
  PERFORM registry.append_audit(moment, 'family', 'code.revoked_by_holder', about);
  RETURN true;
END $$;

-- ── Words last thirty days from the day they were read ──────────────────────
CREATE FUNCTION registry.intake_mark_read(code_lookup bytea, today date) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO registry.message_reads (message_id, read_on)
  SELECT m.id, today FROM registry.receipts r JOIN registry.messages m ON m.thread_id = r.thread_id
  WHERE r.lookup = code_lookup AND NOT m.from_family AND m.kind IN ('question', 'word')
    AND NOT EXISTS (SELECT FROM registry.message_reads d WHERE d.message_id = m.id)
  ON CONFLICT (message_id) DO NOTHING
$$;

-- What still waits for somebody's answer stays until it has one; where a report stands, and what is permitted, stay.
CREATE FUNCTION registry.purge_messages(today date) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH gone AS (
    DELETE FROM registry.messages m USING registry.message_reads d, registry.threads h
    WHERE d.message_id = m.id AND h.id = m.thread_id AND m.kind IN ('question', 'word') AND d.read_on < today - 30
      AND NOT (m.from_family AND h.waiting IS NOT DISTINCT FROM 'us')
      AND NOT (m.kind = 'question' AND h.waiting IS NOT DISTINCT FROM 'family')
    RETURNING 1)
  SELECT count(*) FROM gone
$$;

REVOKE ALL ON FUNCTION registry.intake_post_answer(bytea, uuid, bytea, uuid, bytea, bytea, timestamptz, bytea),
  registry.intake_withdraw_naming(bytea, bytea, uuid, timestamptz, bytea), registry.intake_keep_word(bytea, bytea),
  registry.intake_revoke(bytea, bytea, timestamptz, bytea), registry.intake_mark_read(bytea, date), registry.purge_messages(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.intake_post_answer(bytea, uuid, bytea, uuid, bytea, bytea, timestamptz, bytea),
  registry.intake_withdraw_naming(bytea, bytea, uuid, timestamptz, bytea), registry.intake_keep_word(bytea, bytea),
  registry.intake_revoke(bytea, bytea, timestamptz, bytea), registry.intake_mark_read(bytea, date) TO vigilia_intake;
GRANT EXECUTE ON FUNCTION registry.purge_messages(date) TO vigilia_desk, vigilia_worker;
GRANT SELECT ON registry.message_reads TO vigilia_desk, vigilia_backup;
GRANT INSERT ON registry.message_reads TO vigilia_desk;
