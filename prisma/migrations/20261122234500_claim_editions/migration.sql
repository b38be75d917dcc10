-- CreateTable
CREATE TABLE "publication"."claim_editions" (
    "id" TEXT NOT NULL,
    "claimant" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "on_date" TEXT,
    "content" JSONB NOT NULL,
    "known_from" TIMESTAMPTZ(3) NOT NULL,
    "known_to" TIMESTAMPTZ(3),

    CONSTRAINT "claim_editions_pkey" PRIMARY KEY ("id","known_from")
);

-- CreateIndex
CREATE INDEX "claim_editions_known_from_idx" ON "publication"."claim_editions"("known_from");

-- CreateIndex
CREATE INDEX "claim_editions_known_to_idx" ON "publication"."claim_editions"("known_to");

-- ── What the ledger said at a moment ────────────────────────────────────────
ALTER TABLE publication.claim_editions ADD CONSTRAINT claim_editions_forward CHECK (known_to > known_from);
CREATE UNIQUE INDEX claim_editions_one_stands ON publication.claim_editions (id) WHERE known_to IS NULL;

-- What stands now is known as a whole since its last change; what it said before was not kept.
INSERT INTO publication.claim_editions (id, claimant, kind, measure, on_date, content, known_from)
  SELECT id, claimant, kind, measure, on_date, content, (SELECT max(changed_at) FROM publication.claims) FROM publication.claims;

-- Nothing is written into a moment that somebody may have cited: an edition begins, and ends, after everything before it.
CREATE FUNCTION registry.guard_edition() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, publication AS $$
DECLARE moment timestamptz := coalesce(NEW.known_to, NEW.known_from);
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.known_to IS NOT NULL OR NEW.known_to IS NULL OR
      (to_jsonb(OLD) - 'known_to') <> (to_jsonb(NEW) - 'known_to')) THEN
    RAISE EXCEPTION 'append-only: an edition of a figure only ends, once' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' AND NEW.known_to IS NOT NULL THEN
    RAISE EXCEPTION 'an edition begins before it ends' USING ERRCODE = 'check_violation';
  END IF;
  IF moment < greatest((SELECT max(known_from) FROM claim_editions), (SELECT max(known_to) FROM claim_editions)) THEN
    RAISE EXCEPTION 'nothing is published into the past' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER forward BEFORE INSERT OR UPDATE ON publication.claim_editions FOR EACH ROW EXECUTE FUNCTION registry.guard_edition();
CREATE TRIGGER append_only BEFORE DELETE ON publication.claim_editions FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON publication.claim_editions FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();

-- What stands among the editions is what the public copy says; judged at the end, since both are written together.
CREATE FUNCTION registry.guard_standing_edition() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, publication AS $$
BEGIN
  IF EXISTS (SELECT FROM claim_editions e WHERE e.id = NEW.id AND e.known_to IS NULL
      AND NOT EXISTS (SELECT FROM claims p WHERE p.id = e.id AND p.content = e.content)) THEN
    RAISE EXCEPTION 'an edition of a figure that the public copy does not have' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER as_published AFTER INSERT OR UPDATE ON publication.claim_editions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.guard_standing_edition();
REVOKE ALL ON FUNCTION registry.guard_edition(), registry.guard_standing_edition() FROM PUBLIC;

GRANT SELECT ON publication.claim_editions TO vigilia_public, vigilia_desk, vigilia_backup;
GRANT INSERT, UPDATE (known_to) ON publication.claim_editions TO vigilia_desk;
