-- ── A family's word, and what is said when a day has had enough of them ─────
-- News and changed permissions have limits of their own and take nothing from this one.
DROP FUNCTION registry.intake_post_message(bytea, uuid, bytea, bytea, timestamptz, bytea);
CREATE FUNCTION registry.intake_post_word(code_lookup bytea, message uuid, to_thread bytea, to_vault bytea, moment timestamptz, about bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE conversation uuid; of_report uuid; lately bigint;
BEGIN
  SELECT r.thread_id, r.report_id INTO conversation, of_report FROM registry.receipts r JOIN registry.threads h ON h.id = r.thread_id
    WHERE r.lookup = code_lookup FOR UPDATE OF h;
  IF conversation IS NULL THEN RETURN 'unknown'; END IF;
  IF EXISTS (SELECT FROM registry.messages m WHERE m.id = message) THEN RETURN 'kept'; END IF;
  SELECT count(*) INTO lately FROM registry.messages m
    WHERE m.thread_id = conversation AND m.from_family AND m.kind = 'word' AND m.sent_at > moment - interval '1 day';
  lately := lately - (SELECT count(*) FROM registry.news n WHERE n.report_id = of_report AND n.received_at > moment - interval '1 day');
  IF lately >= 20 THEN RETURN 'full'; END IF;
  INSERT INTO registry.messages (id, thread_id, from_family, kind, sealed_to_thread, sealed_to_vault, sent_at)
    VALUES (message, conversation, true, 'word', to_thread, to_vault, greatest(date_trunc('minute', moment),
      (SELECT max(m.sent_at) + interval '1 millisecond' FROM registry.messages m WHERE m.thread_id = conversation)));
  PERFORM registry.append_audit(moment, 'family', 'thread.answered', about);
  RETURN 'kept';
END $$;
REVOKE ALL ON FUNCTION registry.intake_post_word(bytea, uuid, bytea, bytea, timestamptz, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.intake_post_word(bytea, uuid, bytea, bytea, timestamptz, bytea) TO vigilia_intake;
