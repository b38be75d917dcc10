-- ── A safe word chosen on return ────────────────────────────────────────────
-- Codes told by telephone and codes on strips come without one. Chosen once: whoever takes the code afterwards cannot change it.
CREATE FUNCTION registry.intake_choose_word(code_lookup bytea, code_word bytea, moment timestamptz, about bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM FROM registry.receipts r WHERE r.lookup = code_lookup FOR UPDATE;
  IF NOT FOUND THEN RETURN 'unknown'; END IF;
  IF EXISTS (SELECT FROM registry.receipts r WHERE r.lookup = code_lookup AND r.word = code_word) THEN RETURN 'kept'; END IF;
  UPDATE registry.receipts r SET word = code_word WHERE r.lookup = code_lookup AND r.word IS NULL;
  IF NOT FOUND THEN RETURN 'exists'; END IF;
  PERFORM registry.append_audit(moment, 'family', 'code.word_chosen', about);
  RETURN 'kept';
END $$;

CREATE FUNCTION registry.intake_has_word(code_lookup bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM registry.receipts WHERE lookup = code_lookup AND word IS NOT NULL)
$$;
REVOKE ALL ON FUNCTION registry.intake_choose_word(bytea, bytea, timestamptz, bytea), registry.intake_has_word(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.intake_choose_word(bytea, bytea, timestamptz, bytea), registry.intake_has_word(bytea) TO vigilia_intake;
