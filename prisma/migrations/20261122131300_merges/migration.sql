-- CreateTable
CREATE TABLE "registry"."merges" (
    "id" UUID NOT NULL,
    "surviving_id" UUID NOT NULL,
    "absorbed_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "plan" BYTEA NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "agreed" BOOLEAN,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "fact_id" UUID,
    "moved" BYTEA,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "merges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."merge_parts" (
    "merge_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "copy_id" UUID NOT NULL,
    "over_id" UUID,

    CONSTRAINT "merge_parts_pkey" PRIMARY KEY ("merge_id","copy_id")
);

-- CreateTable
CREATE TABLE "registry"."merge_undoings" (
    "id" UUID NOT NULL,
    "merge_id" UUID NOT NULL,
    "plan" BYTEA NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "agreed" BOOLEAN,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "merge_undoings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication"."joined_references" (
    "reference" TEXT NOT NULL,
    "into" TEXT NOT NULL,

    CONSTRAINT "joined_references_pkey" PRIMARY KEY ("reference")
);

-- CreateIndex
CREATE UNIQUE INDEX "merges_fact_id_key" ON "registry"."merges"("fact_id");

-- CreateIndex
CREATE INDEX "merges_surviving_id_idx" ON "registry"."merges"("surviving_id");

-- CreateIndex
CREATE INDEX "merges_absorbed_id_idx" ON "registry"."merges"("absorbed_id");

-- CreateIndex
CREATE INDEX "merge_parts_copy_id_idx" ON "registry"."merge_parts"("copy_id");

-- CreateIndex
CREATE INDEX "merge_undoings_merge_id_idx" ON "registry"."merge_undoings"("merge_id");

-- AddForeignKey
ALTER TABLE "registry"."merge_parts" ADD CONSTRAINT "merge_parts_merge_id_fkey" FOREIGN KEY ("merge_id") REFERENCES "registry"."merges"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."merge_undoings" ADD CONSTRAINT "merge_undoings_merge_id_fkey" FOREIGN KEY ("merge_id") REFERENCES "registry"."merges"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Two people join, two people undo ────────────────────────────────────────
ALTER TABLE registry.merges
  ADD CONSTRAINT merges_of_two CHECK (surviving_id <> absorbed_id),
  ADD CONSTRAINT merges_kind CHECK (kind IN ('same_episode', 'other_episode')),
  ADD CONSTRAINT merges_two_people CHECK (agreed IS NOT TRUE OR decided_by <> proposed_by),
  ADD CONSTRAINT merges_decided_whole CHECK (num_nulls(agreed, decided_by, decided_at) IN (0, 3)),
  ADD CONSTRAINT merges_written_whole CHECK ((agreed IS TRUE) = (fact_id IS NOT NULL) AND (agreed IS TRUE) = (moved IS NOT NULL)),
  ADD CONSTRAINT merges_in_time CHECK (proposed_at <= decided_at AND decided_at <= undone_at),
  ADD CONSTRAINT merges_undone_of_agreed CHECK (undone_at IS NULL OR agreed),
  ADD CONSTRAINT merges_surviving_fkey FOREIGN KEY (surviving_id) REFERENCES registry.cases (id) ON DELETE RESTRICT,
  ADD CONSTRAINT merges_absorbed_fkey FOREIGN KEY (absorbed_id) REFERENCES registry.cases (id) ON DELETE RESTRICT,
  ADD CONSTRAINT merges_fact_fkey FOREIGN KEY (fact_id) REFERENCES registry.facts (id) ON DELETE RESTRICT;
-- A case is absorbed, or asked to be, once at a time; and of two cases one merge waits.
CREATE UNIQUE INDEX merges_one_absorbing ON registry.merges (absorbed_id) WHERE agreed IS NOT FALSE AND undone_at IS NULL;
CREATE UNIQUE INDEX merges_one_of_two ON registry.merges (least(surviving_id, absorbed_id), greatest(surviving_id, absorbed_id))
  WHERE agreed IS NOT FALSE AND undone_at IS NULL;
CREATE UNIQUE INDEX merge_undoings_one_open ON registry.merge_undoings (merge_id) WHERE decided_at IS NULL;
CREATE UNIQUE INDEX merge_undoings_once ON registry.merge_undoings (merge_id) WHERE agreed;
CREATE UNIQUE INDEX merge_parts_copied_once ON registry.merge_parts (copy_id);
ALTER TABLE registry.merge_parts ADD CONSTRAINT merge_parts_kind CHECK (kind IN ('fact', 'permission', 'evidence')),
  ADD CONSTRAINT merge_parts_over CHECK (over_id IS NULL OR kind = 'fact');
ALTER TABLE registry.merge_undoings
  ADD CONSTRAINT merge_undoings_two_people CHECK (agreed IS NOT TRUE OR decided_by <> proposed_by),
  ADD CONSTRAINT merge_undoings_decided_whole CHECK (num_nulls(agreed, decided_by, decided_at) IN (0, 3)),
  ADD CONSTRAINT merge_undoings_in_time CHECK (proposed_at <= decided_at);

-- No chain: a case that was absorbed absorbs nobody, and one that absorbed another is not absorbed before that is undone. Both rows are
-- locked first, so that two merges at once see each other.
CREATE FUNCTION registry.guard_merge() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (to_jsonb(NEW) - '{agreed,decided_by,decided_at,fact_id,moved,undone_at}'::text[])
         <> (to_jsonb(OLD) - '{agreed,decided_by,decided_at,fact_id,moved,undone_at}'::text[])
       OR (OLD.decided_at IS NOT NULL AND (to_jsonb(NEW) - 'undone_at') <> (to_jsonb(OLD) - 'undone_at'))
       OR (OLD.undone_at IS NOT NULL) OR (OLD.decided_at IS NULL AND NEW.undone_at IS NOT NULL) THEN
      RAISE EXCEPTION 'append-only: a merge is decided once and undone once' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.undone_at IS NULL AND NEW.undone_at IS NOT NULL
       AND NOT EXISTS (SELECT FROM registry.merge_undoings u WHERE u.merge_id = NEW.id AND u.agreed AND u.decided_at = NEW.undone_at) THEN
      RAISE EXCEPTION 'two people: a merge is undone once a second person agreed' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  IF NEW.agreed IS NOT FALSE AND NEW.undone_at IS NULL THEN
    PERFORM FROM registry.cases c WHERE c.id IN (NEW.surviving_id, NEW.absorbed_id) ORDER BY c.id FOR UPDATE;
    IF EXISTS (SELECT FROM registry.merges m WHERE m.id <> NEW.id AND m.agreed IS NOT FALSE AND m.undone_at IS NULL
               AND (m.absorbed_id IN (NEW.surviving_id, NEW.absorbed_id) OR m.surviving_id = NEW.absorbed_id)) THEN
      RAISE EXCEPTION 'no chain: one of the two is in another merge' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON registry.merges FOR EACH ROW EXECUTE FUNCTION registry.guard_merge();

CREATE FUNCTION registry.guard_merge_undoing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - '{agreed,decided_by,decided_at}'::text[]) <> (to_jsonb(OLD) - '{agreed,decided_by,decided_at}'::text[])
     OR OLD.decided_at IS NOT NULL THEN
    RAISE EXCEPTION 'append-only: an undoing is decided once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON registry.merge_undoings FOR EACH ROW EXECUTE FUNCTION registry.guard_merge_undoing();

-- An agreed merge writes the fact by which its absorbed case stops counting at that very moment, and ends it when it is undone; and no
-- running process says of a case that it was merged, or takes it back, without such a merge. An import tells of others' merges.
CREATE FUNCTION registry.demand_merge() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  IF session_user = current_user
     OR (TG_OP = 'INSERT' AND EXISTS (SELECT FROM registry.cases c WHERE c.id = NEW.case_id AND c.source IS NOT NULL
         AND NEW.recorded_at = c.opened_at))
     OR EXISTS (SELECT FROM registry.merges m JOIN registry.facts f ON f.id = m.fact_id
                WHERE f.id = NEW.id AND m.absorbed_id = f.case_id AND m.agreed
                  AND m.decided_at = f.known_from AND m.undone_at IS NOT DISTINCT FROM f.known_to) THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'a case is merged, and is so no more, by two people' USING ERRCODE = 'restrict_violation';
END $$;
CREATE CONSTRAINT TRIGGER merged_by_two AFTER INSERT OR UPDATE ON registry.facts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.state = 'merged_duplicate') EXECUTE FUNCTION registry.demand_merge();

CREATE FUNCTION registry.demand_merged_fact() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  IF session_user = current_user
     OR EXISTS (SELECT FROM registry.facts f WHERE f.id = NEW.fact_id AND f.case_id = NEW.absorbed_id AND f.state = 'merged_duplicate'
                AND f.known_from = NEW.decided_at AND f.known_to IS NOT DISTINCT FROM NEW.undone_at) THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'a merge without the fact that it happened' USING ERRCODE = 'restrict_violation';
END $$;
CREATE CONSTRAINT TRIGGER merged_fact AFTER UPDATE ON registry.merges DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.agreed) EXECUTE FUNCTION registry.demand_merged_fact();

-- What was absorbed stands still: everything about the person is said of the surviving case, until two people undo it.
CREATE FUNCTION registry.refuse_absorbed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  IF session_user <> current_user AND EXISTS (SELECT FROM registry.merges m WHERE m.absorbed_id = NEW.case_id AND m.agreed AND m.undone_at IS NULL
       AND m.xmin IS DISTINCT FROM pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'this case was merged into another' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER absorbed BEFORE INSERT OR UPDATE ON registry.facts FOR EACH ROW EXECUTE FUNCTION registry.refuse_absorbed();
CREATE TRIGGER absorbed BEFORE INSERT OR UPDATE ON registry.permissions FOR EACH ROW EXECUTE FUNCTION registry.refuse_absorbed();
CREATE TRIGGER absorbed BEFORE INSERT OR UPDATE ON registry.decisions FOR EACH ROW EXECUTE FUNCTION registry.refuse_absorbed();
CREATE TRIGGER absorbed BEFORE INSERT ON registry.evidence FOR EACH ROW EXECUTE FUNCTION registry.refuse_absorbed();

-- What a merge repeated in the surviving case ends when the merge is undone; what a fact of the absorbed one became meanwhile, too.
CREATE OR REPLACE FUNCTION registry.demand_second_word() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  IF session_user = current_user
     OR EXISTS (SELECT FROM registry.facts f WHERE f.supersedes_id = NEW.id AND f.known_from = NEW.known_to)
     OR EXISTS (SELECT FROM registry.fact_retractions r WHERE r.fact_id = NEW.id AND r.agreed AND r.decided_at = NEW.known_to)
     OR EXISTS (SELECT FROM registry.merges m WHERE NEW.case_id IN (m.surviving_id, m.absorbed_id) AND m.undone_at = NEW.known_to
                AND m.xmin = pg_current_xact_id()::xid) THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'a known fact ends by a correction or a retraction that a second person confirmed' USING ERRCODE = 'restrict_violation';
END $$;

DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['merges', 'merge_parts', 'merge_undoings'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE DELETE ON registry.%I FOR EACH ROW EXECUTE FUNCTION registry.refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON registry.%I FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change()', name);
    EXECUTE format('CREATE CONSTRAINT TRIGGER traced AFTER INSERT OR UPDATE ON registry.%I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace()', name);
    EXECUTE format('GRANT SELECT, INSERT ON registry.%I TO vigilia_desk', name);
    EXECUTE format('GRANT SELECT ON registry.%I TO vigilia_backup', name);
  END LOOP;
END $$;
CREATE TRIGGER append_only_row BEFORE UPDATE ON registry.merge_parts FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
GRANT UPDATE (agreed, decided_by, decided_at, fact_id, moved, undone_at) ON registry.merges TO vigilia_desk;
GRANT UPDATE (agreed, decided_by, decided_at) ON registry.merge_undoings TO vigilia_desk;
GRANT SELECT ON publication.joined_references TO vigilia_public, vigilia_backup;
GRANT SELECT, INSERT, DELETE ON publication.joined_references TO vigilia_desk;
REVOKE ALL ON FUNCTION registry.guard_merge(), registry.guard_merge_undoing(), registry.demand_merge(), registry.demand_merged_fact(),
  registry.refuse_absorbed() FROM PUBLIC;
