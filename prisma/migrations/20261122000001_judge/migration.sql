-- The database is the judge: what must never happen is refused here, whatever the code above does.

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA registry;

-- ── Roles ───────────────────────────────────────────────────────────────────
-- Log-in, passwords and time limits are set by the installation (scripts/database); here only what each may do.
DO $$
DECLARE role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['vigilia_intake','vigilia_desk','vigilia_public','vigilia_worker','vigilia_backup'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
    END IF;
  END LOOP;
END $$;

-- ── Append-only ─────────────────────────────────────────────────────────────
CREATE FUNCTION registry.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append-only: % on %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- Facts: nothing is ever written again but the two known-times and who confirmed, each once.
CREATE FUNCTION registry.guard_fact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - '{known_from,known_to,confirmed_by}'::text[]) <> (to_jsonb(OLD) - '{known_from,known_to,confirmed_by}'::text[])
     OR (OLD.known_from IS NOT NULL AND NEW.known_from IS DISTINCT FROM OLD.known_from)
     OR (OLD.known_to IS NOT NULL AND NEW.known_to IS DISTINCT FROM OLD.known_to)
     OR (OLD.confirmed_by IS NOT NULL AND NEW.confirmed_by IS DISTINCT FROM OLD.confirmed_by) THEN
    RAISE EXCEPTION 'append-only: a fact is superseded, never edited' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION registry.guard_permission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'known_to') <> (to_jsonb(OLD) - 'known_to')
     OR (OLD.known_to IS NOT NULL AND NEW.known_to IS DISTINCT FROM OLD.known_to) THEN
    RAISE EXCEPTION 'append-only: a permission ends, it is never edited' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION registry.guard_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'fact_id') <> (to_jsonb(OLD) - 'fact_id')
     OR (OLD.fact_id IS NOT NULL AND NEW.fact_id IS DISTINCT FROM OLD.fact_id) THEN
    RAISE EXCEPTION 'append-only: a decision stands as written' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION registry.guard_naming() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.confirmed_by IS NOT NULL
     OR (to_jsonb(NEW) - '{confirmed_by,confirmed_at,handle}'::text[]) <> (to_jsonb(OLD) - '{confirmed_by,confirmed_at,handle}'::text[]) THEN
    RAISE EXCEPTION 'append-only: a naming stands as confirmed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- What two are asked to sign cannot move: a draft is only ever published or discarded, once.
CREATE FUNCTION registry.guard_balance_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - '{discarded_at,published_at}'::text[]) <> (to_jsonb(OLD) - '{discarded_at,published_at}'::text[])
     OR OLD.discarded_at IS NOT NULL OR OLD.published_at IS NOT NULL THEN
    RAISE EXCEPTION 'append-only: a balance in preparation is signed or discarded, never edited' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER guard BEFORE UPDATE ON registry.balance_drafts FOR EACH ROW EXECUTE FUNCTION registry.guard_balance_draft();
CREATE TRIGGER guard BEFORE UPDATE ON registry.facts FOR EACH ROW EXECUTE FUNCTION registry.guard_fact();
CREATE TRIGGER guard BEFORE UPDATE ON registry.permissions FOR EACH ROW EXECUTE FUNCTION registry.guard_permission();
CREATE TRIGGER guard BEFORE UPDATE ON registry.decisions FOR EACH ROW EXECUTE FUNCTION registry.guard_decision();
CREATE TRIGGER guard BEFORE UPDATE ON registry.naming_acts FOR EACH ROW EXECUTE FUNCTION registry.guard_naming();

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['registry.audit_events','registry.fact_sources','registry.traits','registry.evidence',
    'registry.findings','registry.decision_reviews','registry.kin_notices','registry.balance_signatures','registry.disclosure_offsets','publication.balances'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION registry.refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change()', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['registry.facts','registry.permissions','registry.decisions','registry.naming_acts','registry.balance_drafts'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE DELETE ON %s FOR EACH ROW EXECUTE FUNCTION registry.refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change()', name);
  END LOOP;
END $$;

-- ── What a fact may say ─────────────────────────────────────────────────────
ALTER TABLE registry.facts
  ADD CONSTRAINT facts_state_of_track CHECK (CASE track
    WHEN 'custody' THEN state IN ('apprehended','whereabouts_concealed','located_incommunicado','located_contact','hospital_custody',
      'house_arrest','release_ordered_not_executed','released_with_measures','released_full','released_unspecified',
      'released_expelled','expelled_deported','left_without_release','died_in_custody')
    WHEN 'vetting' THEN state IN ('pending_evaluation','verified_political','arbitrary_not_political','not_confirmed','out_of_scope','merged_duplicate')
    WHEN 'process' THEN state IN ('presented','preventive_detention_ordered','charged','accused','trial','convicted','conviction_annulled',
      'acquitted','dismissed','sentence_served','amnestied','amnesty_denied','pardoned')
    WHEN 'measure' THEN state ~ '^VE(242\.[1-9]|-[A-Z]{2,6})$'
    WHEN 'remedy' THEN state IN ('habeas_corpus','complaint','visit_denied','information_denied','visit')
    END),
  ADD CONSTRAINT facts_custody_has_episode CHECK (track <> 'custody' OR episode IS NOT NULL),
  ADD CONSTRAINT facts_episode_from_one CHECK (episode >= 1),
  ADD CONSTRAINT facts_bounds CHECK (earliest <= latest),
  ADD CONSTRAINT facts_whereabouts CHECK (whereabouts IN ('known','not_told_to_family','denied','not_recorded')),
  ADD CONSTRAINT facts_entity CHECK (entity ~ '^VE-[A-PR-Z]$'),
  ADD CONSTRAINT facts_known CHECK (known_from <= known_to),
  ADD CONSTRAINT facts_two_people CHECK (confirmed_by <> recorded_by),
  ADD CONSTRAINT facts_known_only_confirmed CHECK ((known_from IS NULL) = (confirmed_by IS NULL)),
  ADD CONSTRAINT facts_one_at_a_place EXCLUDE USING gist (case_id WITH =, position WITH =, tstzrange(known_from, known_to) WITH &&)
    WHERE (track = 'custody' AND known_from IS NOT NULL);

-- One correction of a fact stands or waits; one that was withdrawn before anybody confirmed it makes room for another.
CREATE UNIQUE INDEX facts_corrected_once ON registry.facts (supersedes_id) WHERE known_from IS NOT NULL OR known_to IS NULL;

ALTER TABLE registry.traits
  ADD CONSTRAINT traits_two_people CHECK (confirmed_by <> recorded_by),
  ADD CONSTRAINT traits_changed_only_confirmed CHECK (known_from IS NULL OR confirmed_by IS NOT NULL),
  ADD CONSTRAINT traits_ages CHECK (age_min <= age_max AND age_min >= 0 AND age_max < 130);
CREATE UNIQUE INDEX traits_once ON registry.traits (person_id, coalesce(known_from, '-infinity'));
ALTER TABLE registry.permissions ADD CONSTRAINT permissions_known CHECK (known_from <= known_to);
ALTER TABLE registry.naming_acts ADD CONSTRAINT naming_two_people CHECK (confirmed_by <> proposed_by),
  ADD CONSTRAINT naming_confirmed_by_somebody CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL));
ALTER TABLE registry.import_batches
  ADD CONSTRAINT import_two_people CHECK (confirmed_by <> imported_by),
  ADD CONSTRAINT import_confirmed_by_somebody CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  ADD CONSTRAINT import_history CHECK (history IN ('keep','now'));
ALTER TABLE registry.coverages ADD CONSTRAINT coverage_two_people CHECK (seconded_by <> declared_by),
  ADD CONSTRAINT coverage_seconded_by_somebody CHECK ((seconded_by IS NULL) = (seconded_at IS NULL));
-- A declaration and a batch are only ever seconded, once, as they were made.
CREATE FUNCTION registry.guard_seconded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE seconding text[] := '{seconded_by,seconded_at,confirmed_by,confirmed_at}';
BEGIN
  IF (to_jsonb(NEW) - seconding) <> (to_jsonb(OLD) - seconding) OR coalesce(to_jsonb(OLD) ->> 'seconded_at', to_jsonb(OLD) ->> 'confirmed_at') IS NOT NULL THEN
    RAISE EXCEPTION 'append-only: % is seconded as it was made', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON registry.coverages FOR EACH ROW EXECUTE FUNCTION registry.guard_seconded();
CREATE TRIGGER guard BEFORE UPDATE ON registry.import_batches FOR EACH ROW EXECUTE FUNCTION registry.guard_seconded();

-- A death is known to nobody before somebody recorded that next of kin were told.
CREATE FUNCTION registry.guard_death() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM registry.kin_notices k WHERE k.case_id = NEW.case_id) THEN
    RAISE EXCEPTION 'a death is known only once next of kin were told' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER kin_first AFTER INSERT OR UPDATE ON registry.facts DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.state = 'died_in_custody' AND NEW.known_from IS NOT NULL) EXECUTE FUNCTION registry.guard_death();
-- Outside Crockford base32, or beginning like an identity document, no reference is possible.
ALTER TABLE registry.cases ADD CONSTRAINT cases_reference CHECK (reference ~ '^[0-9ABCDFHKMNQRSTWXYZ][0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{2}$');
ALTER TABLE publication.named_cases ADD CONSTRAINT named_cases_reference CHECK (reference ~ '^[0-9ABCDFHKMNQRSTWXYZ][0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{2}$');
ALTER TABLE registry.vault_wraps ADD CONSTRAINT vault_wraps_not_empty CHECK (length(wrapped) > 0);
CREATE UNIQUE INDEX vault_keys_one_current ON registry.vault_keys ((true)) WHERE retired_at IS NULL;
CREATE UNIQUE INDEX vault_wraps_one_recovery ON registry.vault_wraps (vault_id) WHERE staff_id IS NULL;
-- A wrap goes with the person who leaves; the recovery wrap, the last way back, never goes, and no wrap is ever rewritten.
CREATE FUNCTION registry.guard_wrap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.staff_id IS NOT NULL THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'append-only: % on vault_wraps', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER guard BEFORE UPDATE OR DELETE ON registry.vault_wraps FOR EACH ROW EXECUTE FUNCTION registry.guard_wrap();
ALTER TABLE publication.site ADD CONSTRAINT site_one_row CHECK (id = 1);

-- The author of a decision never reviews it, nor does whoever registered the case.
CREATE FUNCTION registry.guard_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM registry.decisions d JOIN registry.cases c ON c.id = d.case_id
             WHERE d.id = NEW.decision_id AND NEW.reviewed_by IN (d.authored_by, c.opened_by)) THEN
    RAISE EXCEPTION 'two people: the reviewer wrote or registered it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER two_people BEFORE INSERT ON registry.decision_reviews FOR EACH ROW EXECUTE FUNCTION registry.guard_review();

-- ── Derived rows: one answer for one person at one moment ───────────────────
ALTER TABLE registry.custody_intervals
  ADD CONSTRAINT custody_one_answer EXCLUDE USING gist (person_id WITH =, known WITH &&, during WITH &&),
  ADD CONSTRAINT custody_not_empty CHECK (NOT isempty(known) AND NOT isempty(during)),
  ADD CONSTRAINT custody_counted_is_held CHECK (NOT counted OR (held AND verified AND permitted));
ALTER TABLE registry.stays
  ADD CONSTRAINT stays_one_answer EXCLUDE USING gist (person_id WITH =, episode WITH =, known WITH &&),
  ADD CONSTRAINT stays_order CHECK (entry <= exit),
  ADD CONSTRAINT stays_counted CHECK (NOT counted OR (verified AND permitted));
ALTER TABLE registry.pending_intervals
  ADD CONSTRAINT pending_one_answer EXCLUDE USING gist (person_id WITH =, known WITH &&);
-- All partitions and of-which lines of a row in one number, so that a tally reads the index alone. Written by the database from the
-- columns, in the order of lib/tallies; a word of no partition gives null, and null is refused.
ALTER TABLE registry.custody_intervals ADD COLUMN cell int NOT NULL GENERATED ALWAYS AS (
  (array_position(ARRAY['woman','man','other','unknown'], sex) - 1)
  | ((array_position(ARRAY['civilian','military','unknown'], civil_military) - 1) << 2)
  | ((array_position(ARRAY['under18','adult','unknown'], age_group) - 1) << 4)
  | ((array_position(ARRAY['convicted','notConvicted','unknown'], convicted) - 1) << 6)
  | ((array_position(ARRAY['national','dual','foreign','unknown'], nationality) - 1) << 8)
  | ((array_position(ARRAY['known','unknown','notRecorded'], whereabouts) - 1) << 10)
  | ((CASE WHEN state_of_detention = 'unknown' THEN 31 ELSE ascii(substr(state_of_detention, 4)) - 65 END) << 12)
  | ((CASE WHEN state_held = 'unknown' THEN 31 ELSE ascii(substr(state_held, 4)) - 65 END) << 17)
  | (whereabouts_unknown::int << 22) | (house_arrest::int << 23) | (release_ordered::int << 24)
  | (sentence_served::int << 25) | (amnestied::int << 26)
) STORED;
CREATE INDEX custody_counted ON registry.custody_intervals USING gist (during, known) INCLUDE (cell, person_id) WHERE counted;
CREATE INDEX custody_restricted ON registry.custody_intervals USING gist (during, known) WHERE restricted;
CREATE INDEX stays_entry ON registry.stays (entry) WHERE counted;
CREATE INDEX stays_exit ON registry.stays (exit) WHERE counted;
CREATE INDEX stays_short ON registry.stays (exit) WHERE counted AND short;

-- ── The page of a named person: gone the moment its ground moves, unless the same transaction rebuilds it ──
-- A command that forgets to rebuild it takes a page down; it can never leave a release, a refusal or a lost verdict on show.
CREATE FUNCTION registry.unname_by_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM publication.named_cases n USING registry.cases c, changed f
  WHERE c.id = f.case_id AND n.reference = c.reference AND f.known_from IS NOT NULL AND f.track IN ('custody', 'vetting');
  RETURN NULL;
END $$;
CREATE FUNCTION registry.unname_by_permissions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM publication.named_cases n USING registry.cases c, changed p
  WHERE c.id = p.case_id AND n.reference = c.reference AND p.purpose = 'name';
  RETURN NULL;
END $$;
CREATE FUNCTION registry.unname_by_traits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM publication.named_cases n USING registry.cases c, changed t
  WHERE c.person_id = t.person_id AND n.reference = c.reference;
  RETURN NULL;
END $$;
CREATE TRIGGER unname_new AFTER INSERT ON registry.facts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registry.unname_by_facts();
CREATE TRIGGER unname_known AFTER UPDATE ON registry.facts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registry.unname_by_facts();
CREATE TRIGGER unname_new AFTER INSERT ON registry.permissions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registry.unname_by_permissions();
CREATE TRIGGER unname_known AFTER UPDATE ON registry.permissions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registry.unname_by_permissions();
CREATE TRIGGER unname_new AFTER INSERT ON registry.traits REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registry.unname_by_traits();

-- ── What becomes public ─────────────────────────────────────────────────────
-- The desk is the only role that publishes. Whatever its code does, a balance is what two coordinators signed, and a name is what
-- somebody with standing permitted, nobody refuses and two people confirmed.
CREATE FUNCTION registry.guard_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'vigilia_desk' THEN RETURN NEW; END IF;
  IF NOT EXISTS (SELECT FROM registry.balance_drafts d WHERE d.id = NEW.id AND d.discarded_at IS NULL
                 AND d.content = NEW.content AND d.content_hash = NEW.content_hash) THEN
    RAISE EXCEPTION 'a balance is published as it was drafted' USING ERRCODE = 'check_violation';
  END IF;
  IF (SELECT count(DISTINCT s.public_key) FROM registry.balance_signatures s
      JOIN registry.staff m ON m.id = s.staff_id AND m.signing_public_key = s.public_key AND m.role = 'coordinator'
      WHERE s.balance_id = NEW.id) < 2 THEN
    RAISE EXCEPTION 'two people: a balance bears the signatures of two coordinators' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER two_people BEFORE INSERT ON publication.balances FOR EACH ROW EXECUTE FUNCTION registry.guard_publication();

CREATE FUNCTION registry.guard_name() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE dossier registry.cases; act registry.naming_acts;
BEGIN
  IF current_user <> 'vigilia_desk' THEN RETURN NEW; END IF;
  SELECT * INTO dossier FROM registry.cases c WHERE c.reference = NEW.reference;
  SELECT * INTO act FROM registry.naming_acts n WHERE n.case_id = dossier.id ORDER BY n.proposed_at DESC, n.kind DESC, n.id DESC LIMIT 1;
  IF act.kind IS DISTINCT FROM 'named' OR act.confirmed_by IS NULL THEN
    RAISE EXCEPTION 'two people: a name is public once a second person confirmed it' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT coalesce((SELECT bool_and(p.granted) AND bool_or(p.standing AND p.granted) FROM registry.permissions p
                   WHERE p.case_id = dossier.id AND p.purpose = 'name' AND p.known_from <= NEW.changed_at
                     AND (p.known_to IS NULL OR p.known_to > NEW.changed_at)), false) THEN
    RAISE EXCEPTION 'a name is public by permission alone' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT FROM registry.traits t WHERE t.person_id = dossier.person_id
                 AND (t.birth_date <= NEW.changed_at - interval '18 years' OR t.age_min >= 18
                      OR t.birth_year <= extract(year FROM NEW.changed_at) - 18)) THEN
    RAISE EXCEPTION 'nobody under 18 is named, nor anybody of no known age' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON publication.named_cases FOR EACH ROW EXECUTE FUNCTION registry.guard_name();

-- Whether the page of a case, as known then, stood and showed more than a name: after a release it does not until the person is asked
-- again, and who is hidden there must not come out by subtraction.
CREATE FUNCTION registry.shown_in_full(of_case uuid, moment timestamptz) RETURNS boolean
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
        AND p.granted AND p.known_from <= moment AND (p.known_to IS NULL OR p.known_to > moment)), '-infinity'))
$$;

-- ── Audit: one chain, written inside the transaction of the act ─────────────
CREATE FUNCTION registry.append_audit(moment timestamptz, who text, what text, about bytea) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
DECLARE last_row registry.audit_events; next_seq bigint; moment_ms timestamptz := date_trunc('milliseconds', moment);
BEGIN
  -- One writer at a time until commit: without it two acts would both follow the same last row.
  PERFORM pg_advisory_xact_lock(7215901);
  SELECT * INTO last_row FROM registry.audit_events ORDER BY seq DESC LIMIT 1;
  next_seq := coalesce(last_row.seq, 0) + 1;
  INSERT INTO registry.audit_events (seq, at, actor, action, subject, prev_hash, hash)
  VALUES (next_seq, moment_ms, who, what, about, coalesce(last_row.hash, '\x'::bytea),
    registry.audit_hash(coalesce(last_row.hash, '\x'::bytea), next_seq, moment_ms, who, what, about));
  RETURN next_seq;
END $$;

CREATE FUNCTION registry.audit_hash(prev bytea, seq bigint, moment timestamptz, who text, what text, about bytea) RETURNS bytea
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT sha256(prev || convert_to(jsonb_build_array(seq, floor(extract(epoch FROM moment) * 1000)::bigint, who, what,
    encode(about, 'hex'))::text, 'UTF8'))
$$;

-- ── The intake process: no table, only these doors ──────────────────────────
CREATE FUNCTION registry.intake_vault_key() RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT public_key FROM registry.vault_keys WHERE retired_at IS NULL
$$;

CREATE FUNCTION registry.intake_is_demonstration() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce((SELECT demonstration FROM publication.site WHERE id = 1), false)
$$;

-- True when saved. A new code that is already taken (never seen, possible once in 10^19) is refused, never overwritten.
CREATE FUNCTION registry.intake_begin_draft(code_lookup bytea, blob bytea, moment timestamptz, until timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM registry.receipts WHERE lookup = code_lookup) THEN RETURN false; END IF;
  INSERT INTO registry.drafts (lookup, sealed, saved_at, expires_at) VALUES (code_lookup, blob, moment, until)
  ON CONFLICT (lookup) DO NOTHING;
  RETURN FOUND;
END $$;

CREATE FUNCTION registry.intake_save_draft(code_lookup bytea, blob bytea, moment timestamptz, until timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE registry.drafts SET sealed = blob, saved_at = moment, expires_at = until WHERE lookup = code_lookup AND expires_at > moment;
  RETURN FOUND;
END $$;

CREATE FUNCTION registry.intake_open_draft(code_lookup bytea, moment timestamptz) RETURNS TABLE (sealed bytea, expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT d.sealed, d.expires_at FROM registry.drafts d WHERE d.lookup = code_lookup AND d.expires_at > moment
$$;

-- Everything of one report in one transaction; sending it again answers the same and makes nothing new.
CREATE FUNCTION registry.intake_send(code_lookup bytea, report uuid, sealed_report bytea, thread uuid, thread_key bytea, moment timestamptz,
  via text, is_urgent boolean, message uuid, to_thread bytea, to_vault bytea, about bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  DELETE FROM registry.drafts WHERE lookup = code_lookup;
  IF NOT FOUND THEN RETURN EXISTS (SELECT FROM registry.receipts WHERE lookup = code_lookup); END IF;
  INSERT INTO registry.threads (id, public_key) VALUES (thread, thread_key);
  INSERT INTO registry.reports (id, sealed, received_at, channel, urgent, stage)
    VALUES (report, sealed_report, date_trunc('minute', moment), via, is_urgent, 'waiting');
  INSERT INTO registry.receipts (lookup, report_id, thread_id) VALUES (code_lookup, report, thread);
  INSERT INTO registry.messages (id, thread_id, from_family, kind, sealed_to_thread, sealed_to_vault, sent_at)
    VALUES (message, thread, false, 'stage', to_thread, to_vault, date_trunc('minute', moment));
  PERFORM registry.append_audit(moment, 'family', 'report.received', about);
  RETURN true;
END $$;

CREATE FUNCTION registry.intake_read_thread(code_lookup bytea) RETURNS TABLE (kind text, from_family boolean, sealed_to_thread bytea, sent_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT m.kind, m.from_family, m.sealed_to_thread, m.sent_at
  FROM registry.receipts r JOIN registry.messages m ON m.thread_id = r.thread_id WHERE r.lookup = code_lookup ORDER BY m.sent_at, m.id
$$;

CREATE FUNCTION registry.expire_drafts(moment timestamptz) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH gone AS (DELETE FROM registry.drafts WHERE expires_at <= moment RETURNING 1) SELECT count(*) FROM gone
$$;

-- ── Grants: nobody may anything, then each what its surface needs ───────────
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA registry FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA registry REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

GRANT USAGE ON SCHEMA publication TO vigilia_public, vigilia_desk, vigilia_backup;
GRANT USAGE ON SCHEMA registry TO vigilia_intake, vigilia_desk, vigilia_worker, vigilia_backup;
GRANT SELECT ON ALL TABLES IN SCHEMA publication TO vigilia_public, vigilia_desk, vigilia_backup;
GRANT SELECT ON ALL TABLES IN SCHEMA registry TO vigilia_desk, vigilia_backup;

GRANT EXECUTE ON FUNCTION registry.intake_vault_key(), registry.intake_is_demonstration(),
  registry.intake_begin_draft(bytea, bytea, timestamptz, timestamptz),
  registry.intake_save_draft(bytea, bytea, timestamptz, timestamptz), registry.intake_open_draft(bytea, timestamptz),
  registry.intake_send(bytea, uuid, bytea, uuid, bytea, timestamptz, text, boolean, uuid, bytea, bytea, bytea),
  registry.intake_read_thread(bytea) TO vigilia_intake;
GRANT EXECUTE ON FUNCTION registry.shown_in_full(uuid, timestamptz) TO vigilia_desk;
GRANT EXECUTE ON FUNCTION registry.append_audit(timestamptz, text, text, bytea), registry.audit_hash(bytea, bigint, timestamptz, text, text, bytea)
  TO vigilia_desk, vigilia_worker;
GRANT EXECUTE ON FUNCTION registry.expire_drafts(timestamptz) TO vigilia_worker, vigilia_desk;

GRANT INSERT ON registry.terms, registry.staff, registry.staff_sessions, registry.sign_in_tries, registry.vault_keys, registry.vault_wraps,
  registry.people, registry.traits, registry.cases, registry.facts, registry.fact_sources, registry.kin_notices, registry.permissions,
  registry.evidence, registry.decisions, registry.findings, registry.decision_reviews, registry.naming_acts, registry.messages,
  registry.custody_intervals, registry.stays, registry.pending_intervals, registry.claims, registry.claim_relations, registry.coverages,
  registry.balance_drafts, registry.balance_signatures, registry.disclosure_offsets, registry.import_batches, registry.import_lines TO vigilia_desk;
GRANT UPDATE ON registry.terms, registry.staff, registry.staff_sessions, registry.sign_in_tries, registry.facts,
  registry.permissions, registry.decisions, registry.naming_acts, registry.coverages, registry.balance_drafts,
  registry.import_batches, registry.claims TO vigilia_desk;
GRANT UPDATE (stage, assigned_to) ON registry.reports TO vigilia_desk;
-- Who registered a case and under which reference is never rewritten.
GRANT UPDATE (dossier) ON registry.cases TO vigilia_desk;
GRANT UPDATE (wrapped_key, identity) ON registry.people TO vigilia_desk;
GRANT DELETE ON registry.staff_sessions, registry.sign_in_tries, registry.vault_wraps, registry.custody_intervals, registry.stays, registry.pending_intervals,
  registry.claim_relations, registry.import_lines TO vigilia_desk;
GRANT INSERT ON publication.balances TO vigilia_desk;
GRANT INSERT, UPDATE, DELETE ON publication.named_cases, publication.claims, publication.site TO vigilia_desk;
