-- CreateTable
CREATE TABLE "registry"."person_changes" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "based_on" BYTEA NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "agreed" BOOLEAN,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "person_changes_person_id_idx" ON "registry"."person_changes"("person_id");

-- AddForeignKey
ALTER TABLE "registry"."person_changes" ADD CONSTRAINT "person_changes_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "registry"."people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Two people correct who somebody is ──────────────────────────────────────
-- Several may propose at once: nobody's words are lost. Each is decided once, by somebody else where it is agreed to.
ALTER TABLE registry.person_changes
  ADD CONSTRAINT person_changes_two_people CHECK (agreed IS NOT TRUE OR decided_by <> proposed_by),
  ADD CONSTRAINT person_changes_decided_whole CHECK (num_nulls(agreed, decided_by, decided_at) IN (0, 3)),
  ADD CONSTRAINT person_changes_in_time CHECK (proposed_at <= decided_at);

CREATE FUNCTION registry.guard_person_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - '{agreed,decided_by,decided_at}'::text[]) <> (to_jsonb(OLD) - '{agreed,decided_by,decided_at}'::text[])
     OR OLD.decided_at IS NOT NULL THEN
    RAISE EXCEPTION 'append-only: a change of who somebody is is decided once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON registry.person_changes FOR EACH ROW EXECUTE FUNCTION registry.guard_person_change();

-- A name is written again, and traits are counted otherwise, only by a change that somebody else agreed to in the same transaction.
-- Erasure writes nothing in the name's place. The owner, who migrates, is exempt.
CREATE FUNCTION registry.demand_agreed_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
DECLARE person uuid;
BEGIN
  person := CASE TG_TABLE_NAME WHEN 'people' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(NEW) ->> 'person_id')::uuid END;
  IF session_user = current_user
     OR EXISTS (SELECT FROM registry.person_changes c WHERE c.person_id = person AND c.agreed AND c.xmin = pg_current_xact_id()::xid) THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'who somebody is changes once a second person agreed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE CONSTRAINT TRIGGER agreed_change AFTER UPDATE OF identity ON registry.people DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.identity IS NOT NULL) EXECUTE FUNCTION registry.demand_agreed_change();

CREATE CONSTRAINT TRIGGER traced AFTER INSERT OR UPDATE OR DELETE ON registry.person_changes
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();

GRANT SELECT, INSERT ON registry.person_changes TO vigilia_desk;
GRANT UPDATE (agreed, decided_by, decided_at) ON registry.person_changes TO vigilia_desk;
GRANT SELECT ON registry.person_changes TO vigilia_backup;
CREATE TRIGGER append_only BEFORE DELETE ON registry.person_changes FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON registry.person_changes FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();
