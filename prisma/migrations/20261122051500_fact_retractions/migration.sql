-- CreateTable
CREATE TABLE "registry"."fact_retractions" (
    "id" UUID NOT NULL,
    "fact_id" UUID NOT NULL,
    "why" BYTEA NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "agreed" BOOLEAN,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "fact_retractions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "fact_retractions_fact_id_idx" ON "registry"."fact_retractions"("fact_id");

-- AddForeignKey
ALTER TABLE "registry"."fact_retractions" ADD CONSTRAINT "fact_retractions_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "registry"."facts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Two people withdraw what is known ───────────────────────────────────────
CREATE UNIQUE INDEX fact_retractions_one_open ON registry.fact_retractions (fact_id) WHERE decided_at IS NULL;
ALTER TABLE registry.fact_retractions
  ADD CONSTRAINT fact_retractions_two_people CHECK (agreed IS NOT TRUE OR decided_by <> proposed_by),
  ADD CONSTRAINT fact_retractions_decided_whole CHECK (num_nulls(agreed, decided_by, decided_at) IN (0, 3)),
  ADD CONSTRAINT fact_retractions_in_time CHECK (proposed_at <= decided_at);

-- Its decision is written once, and nothing else ever.
CREATE FUNCTION registry.guard_retraction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - '{agreed,decided_by,decided_at}'::text[]) <> (to_jsonb(OLD) - '{agreed,decided_by,decided_at}'::text[])
     OR OLD.decided_at IS NOT NULL THEN
    RAISE EXCEPTION 'append-only: a retraction is decided once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON registry.fact_retractions FOR EACH ROW EXECUTE FUNCTION registry.guard_retraction();

-- What was known ends only by a correction that is known from that instant, or by a retraction that somebody else agreed to. A verdict
-- ends by another decision. The owner, who migrates, is exempt.
CREATE FUNCTION registry.demand_second_word() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  IF session_user = current_user
     OR EXISTS (SELECT FROM registry.facts f WHERE f.supersedes_id = NEW.id AND f.known_from = NEW.known_to)
     OR EXISTS (SELECT FROM registry.fact_retractions r WHERE r.fact_id = NEW.id AND r.agreed AND r.decided_at = NEW.known_to) THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'a known fact ends by a correction or a retraction that a second person confirmed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE CONSTRAINT TRIGGER second_word AFTER UPDATE ON registry.facts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.known_from IS NOT NULL AND OLD.known_to IS NULL AND NEW.known_to IS NOT NULL AND NEW.track <> 'vetting')
  EXECUTE FUNCTION registry.demand_second_word();

CREATE CONSTRAINT TRIGGER traced AFTER INSERT OR UPDATE OR DELETE ON registry.fact_retractions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();

GRANT SELECT, INSERT ON registry.fact_retractions TO vigilia_desk;
GRANT UPDATE (agreed, decided_by, decided_at) ON registry.fact_retractions TO vigilia_desk;
GRANT SELECT ON registry.fact_retractions TO vigilia_backup;
CREATE TRIGGER append_only BEFORE DELETE ON registry.fact_retractions FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON registry.fact_retractions FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();
