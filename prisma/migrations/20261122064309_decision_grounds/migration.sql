-- AlterTable
ALTER TABLE "registry"."findings" ADD COLUMN     "fact_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "registry"."decision_reviews" ADD COLUMN     "dissent_on" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "registry"."evidence_withdrawals" (
    "evidence_id" UUID NOT NULL,
    "why" BYTEA NOT NULL,
    "withdrawn_by" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_withdrawals_pkey" PRIMARY KEY ("evidence_id")
);

-- CreateTable
CREATE TABLE "registry"."decision_grounds" (
    "decision_id" UUID NOT NULL,
    "fact_id" UUID NOT NULL,

    CONSTRAINT "decision_grounds_pkey" PRIMARY KEY ("decision_id","fact_id")
);

-- CreateTable
CREATE TABLE "registry"."decision_dues" (
    "case_id" UUID NOT NULL,
    "decision_id" UUID,
    "due_at" TIMESTAMPTZ(3),
    "must_since" TIMESTAMPTZ(3),
    "cause" TEXT,

    CONSTRAINT "decision_dues_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "registry"."review_dates" (
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "why" BYTEA NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_dates_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "decision_grounds_fact_id_idx" ON "registry"."decision_grounds"("fact_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_dues_decision_id_key" ON "registry"."decision_dues"("decision_id");

-- CreateIndex
CREATE INDEX "decision_dues_due_at_idx" ON "registry"."decision_dues"("due_at");

-- CreateIndex
CREATE INDEX "decision_dues_must_since_idx" ON "registry"."decision_dues"("must_since");

-- CreateIndex
CREATE INDEX "review_dates_decision_id_idx" ON "registry"."review_dates"("decision_id");

-- AddForeignKey
ALTER TABLE "registry"."evidence_withdrawals" ADD CONSTRAINT "evidence_withdrawals_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "registry"."evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."decision_grounds" ADD CONSTRAINT "decision_grounds_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "registry"."decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."decision_grounds" ADD CONSTRAINT "decision_grounds_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "registry"."facts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."review_dates" ADD CONSTRAINT "review_dates_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "registry"."decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What a criterion may say ────────────────────────────────────────────────
ALTER TABLE registry.findings
  ADD CONSTRAINT findings_criterion CHECK (criterion IN ('a','b','c','d','e','identity','deprivation','exclusion','counter_evidence')),
  ADD CONSTRAINT findings_result CHECK (result IN ('met','not_met','insufficient'));
ALTER TABLE registry.decision_dues
  ADD CONSTRAINT dues_cause CHECK (cause IN ('fact_retracted','evidence_withdrawn','new_detention')),
  ADD CONSTRAINT dues_cause_since CHECK ((cause IS NULL) = (must_since IS NULL)),
  ADD CONSTRAINT dues_of_something CHECK (decision_id IS NOT NULL OR must_since IS NOT NULL);

-- ── Who may be the second person ────────────────────────────────────────────
-- A death, a person not certainly an adult at every detention, or a disappearance, on the facts that stand or wait. In doubt, yes.
CREATE FUNCTION registry.asks_for_coordinator(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
  WITH custody AS (
    SELECT f.state, f.whereabouts, f.episode, f.position,
      (coalesce(f.earliest, f.latest - CASE WHEN f.latest_by_day THEN interval '1 millisecond' ELSE interval '0' END, f.recorded_at)
        AT TIME ZONE 'America/Caracas')::date AS day
    FROM registry.facts f WHERE f.case_id = asked AND f.track = 'custody' AND f.known_to IS NULL
  ), traits AS (
    SELECT t.birth_date, t.birth_year, t.age_min, t.age_max FROM registry.traits t JOIN registry.cases c ON c.person_id = t.person_id
    WHERE c.id = asked ORDER BY t.known_from DESC NULLS LAST, t.id DESC LIMIT 1
  ), ages AS (
    SELECT CASE
      WHEN t.birth_date IS NOT NULL
        THEN (extract(year FROM t.birth_date)::int + 18)::text || to_char(t.birth_date, '-MM-DD') <= to_char(c.day, 'YYYY-MM-DD')
      WHEN t.age_min >= 18 AND t.age_max IS NOT NULL THEN true
      WHEN t.age_max <= 17 AND t.age_min IS NOT NULL THEN false
      WHEN t.birth_year IS NULL THEN false
      ELSE extract(year FROM c.day)::int - t.birth_year >= 19 END AS adult
    FROM custody c CROSS JOIN traits t
  ), latest AS (
    SELECT state, whereabouts FROM custody
    WHERE episode = (SELECT max(episode) FROM custody)
      AND position = (SELECT max(position) FROM custody WHERE episode = (SELECT max(episode) FROM custody))
  )
  SELECT NOT EXISTS (SELECT FROM ages) OR EXISTS (SELECT FROM ages WHERE NOT adult)
    OR EXISTS (SELECT FROM custody WHERE state = 'died_in_custody')
    OR EXISTS (SELECT FROM latest WHERE state = 'whereabouts_concealed' OR whereabouts IN ('not_told_to_family', 'denied'))
$$;

-- Neither the author, nor whoever registered the case, nor whoever recorded a fact it rests on; a coordinator where much is at stake;
-- and one decision at a time: no transaction bears two.
CREATE OR REPLACE FUNCTION registry.guard_review() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
DECLARE decision registry.decisions;
BEGIN
  SELECT * INTO decision FROM registry.decisions d WHERE d.id = NEW.decision_id;
  IF NEW.reviewed_by = decision.authored_by
     OR EXISTS (SELECT FROM registry.cases c WHERE c.id = decision.case_id AND c.opened_by = NEW.reviewed_by) THEN
    RAISE EXCEPTION 'two people: the reviewer wrote or registered it' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM registry.decision_grounds g JOIN registry.facts f ON f.id = g.fact_id
             WHERE g.decision_id = NEW.decision_id AND f.recorded_by = NEW.reviewed_by) THEN
    RAISE EXCEPTION 'two people: the reviewer recorded a fact it rests on' USING ERRCODE = 'check_violation';
  END IF;
  IF registry.asks_for_coordinator(decision.case_id)
     AND NOT EXISTS (SELECT FROM registry.staff s WHERE s.username = NEW.reviewed_by AND s.role = 'coordinator' AND s.disabled_at IS NULL) THEN
    RAISE EXCEPTION 'two people: a death, a minor or a disappearance asks for a coordinator' USING ERRCODE = 'check_violation';
  END IF;
  IF current_setting('vigilia.reviewed', true) = pg_current_xact_id()::text THEN
    RAISE EXCEPTION 'one decision at a time' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM set_config('vigilia.reviewed', pg_current_xact_id()::text, true);
  RETURN NEW;
END $$;

-- ── When a decision must be looked at again ─────────────────────────────────
CREATE FUNCTION registry.begin_due() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  INSERT INTO registry.decision_dues (case_id, decision_id, due_at) VALUES (NEW.case_id, NEW.id, NEW.next_review_at)
  ON CONFLICT (case_id) DO UPDATE SET decision_id = excluded.decision_id, due_at = excluded.due_at, must_since = NULL, cause = NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER begin_due AFTER UPDATE OF fact_id ON registry.decisions FOR EACH ROW
  WHEN (OLD.fact_id IS NULL AND NEW.fact_id IS NOT NULL) EXECUTE FUNCTION registry.begin_due();

-- A fact that ends takes along the decisions that rest on it: to its correction, or to the list of what must be reviewed.
CREATE FUNCTION registry.move_ground() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
DECLARE successor uuid;
BEGIN
  SELECT f.id INTO successor FROM registry.facts f WHERE f.supersedes_id = NEW.id AND f.known_from = NEW.known_to;
  IF successor IS NOT NULL THEN
    INSERT INTO registry.decision_grounds (decision_id, fact_id)
    SELECT g.decision_id, successor FROM registry.decision_grounds g WHERE g.fact_id = NEW.id ON CONFLICT DO NOTHING;
    RETURN NULL;
  END IF;
  UPDATE registry.decision_dues d SET must_since = NEW.known_to, cause = 'fact_retracted'
  WHERE d.must_since IS NULL AND d.decision_id IN (SELECT g.decision_id FROM registry.decision_grounds g WHERE g.fact_id = NEW.id);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER move_ground AFTER UPDATE ON registry.facts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.known_to IS NULL AND NEW.known_to IS NOT NULL AND NEW.track <> 'vetting') EXECUTE FUNCTION registry.move_ground();

CREATE FUNCTION registry.flag_withdrawn() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  UPDATE registry.decision_dues d SET must_since = NEW.withdrawn_at, cause = 'evidence_withdrawn'
  FROM registry.evidence e
  WHERE e.id = NEW.evidence_id AND d.case_id = e.case_id AND d.must_since IS NULL
    AND EXISTS (SELECT FROM registry.findings f WHERE f.decision_id = d.decision_id AND NEW.evidence_id = ANY (f.evidence_ids));
  RETURN NULL;
END $$;
CREATE TRIGGER flag AFTER INSERT ON registry.evidence_withdrawals FOR EACH ROW EXECUTE FUNCTION registry.flag_withdrawn();

-- A detention that no verdict covers, of somebody verified for an earlier one: it needs its own decision (method 1.0).
CREATE FUNCTION registry.flag_detention() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  IF EXISTS (SELECT FROM registry.facts v WHERE v.case_id = NEW.case_id AND v.track = 'vetting' AND v.state = 'verified_political'
             AND v.known_from IS NOT NULL AND v.known_to IS NULL AND v.episode < NEW.episode)
     AND NOT EXISTS (SELECT FROM registry.facts v WHERE v.case_id = NEW.case_id AND v.track = 'vetting' AND v.state <> 'pending_evaluation'
             AND v.known_from IS NOT NULL AND v.known_to IS NULL AND (v.episode IS NULL OR v.episode >= NEW.episode)) THEN
    INSERT INTO registry.decision_dues (case_id, must_since, cause) VALUES (NEW.case_id, NEW.known_from, 'new_detention')
    ON CONFLICT (case_id) DO UPDATE SET must_since = excluded.must_since, cause = excluded.cause WHERE decision_dues.must_since IS NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER flag_detention AFTER UPDATE ON registry.facts FOR EACH ROW
  WHEN (NEW.track = 'custody' AND OLD.known_from IS NULL AND NEW.known_from IS NOT NULL AND NEW.episode > 1)
  EXECUTE FUNCTION registry.flag_detention();

CREATE FUNCTION registry.move_due() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  UPDATE registry.decision_dues SET due_at = NEW.due_at WHERE decision_id = NEW.decision_id;
  RETURN NULL;
END $$;
CREATE TRIGGER move_due AFTER INSERT ON registry.review_dates FOR EACH ROW EXECUTE FUNCTION registry.move_due();

-- Decisions agreed before: the latest of each case is the one in force.
INSERT INTO registry.decision_dues (case_id, decision_id, due_at)
SELECT DISTINCT ON (d.case_id) d.case_id, d.id, d.next_review_at
FROM registry.decisions d JOIN registry.decision_reviews r ON r.decision_id = d.id AND r.agreed
ORDER BY d.case_id, r.reviewed_at DESC;

-- ── Written once, and never without a trace ─────────────────────────────────
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['decision_grounds', 'evidence_withdrawals', 'review_dates'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON registry.%I FOR EACH ROW EXECUTE FUNCTION registry.refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON registry.%I FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change()', name);
    EXECUTE format('CREATE CONSTRAINT TRIGGER traced AFTER INSERT ON registry.%I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace()', name);
    EXECUTE format('GRANT SELECT, INSERT ON registry.%I TO vigilia_desk', name);
    EXECUTE format('GRANT SELECT ON registry.%I TO vigilia_backup', name);
  END LOOP;
END $$;
GRANT SELECT ON registry.decision_dues TO vigilia_desk, vigilia_backup;
REVOKE ALL ON FUNCTION registry.asks_for_coordinator(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.asks_for_coordinator(uuid) TO vigilia_desk;
