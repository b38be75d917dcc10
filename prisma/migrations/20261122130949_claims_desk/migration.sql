-- AlterTable
ALTER TABLE "registry"."claims" ADD COLUMN     "entry_id" UUID,
ADD COLUMN     "withdrawal_id" UUID;

-- CreateTable
CREATE TABLE "registry"."claim_entries" (
    "id" UUID NOT NULL,
    "claim_id" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "over" BYTEA,
    "why" TEXT NOT NULL,
    "entered_by" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."claim_answers" (
    "entry_id" UUID NOT NULL,
    "published" BOOLEAN NOT NULL,
    "why" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_answers_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "registry"."claim_withdrawals" (
    "id" UUID NOT NULL,
    "claim_id" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "withdrawn_by" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_withdrawals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."claim_copies" (
    "id" UUID NOT NULL,
    "claim_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "added_by" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_copies_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "claim_entries_claim_id_entered_at_idx" ON "registry"."claim_entries"("claim_id", "entered_at");

-- CreateIndex
CREATE INDEX "claim_withdrawals_claim_id_idx" ON "registry"."claim_withdrawals"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_copies_claim_id_sha256_key" ON "registry"."claim_copies"("claim_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "claims_entry_id_key" ON "registry"."claims"("entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "claims_withdrawal_id_key" ON "registry"."claims"("withdrawal_id");

-- AddForeignKey
ALTER TABLE "registry"."claims" ADD CONSTRAINT "claims_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "registry"."claim_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."claims" ADD CONSTRAINT "claims_withdrawal_id_fkey" FOREIGN KEY ("withdrawal_id") REFERENCES "registry"."claim_withdrawals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."claim_answers" ADD CONSTRAINT "claim_answers_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "registry"."claim_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Two people publish a figure, and nothing entered is ever edited ─────────
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['claim_entries', 'claim_answers', 'claim_withdrawals', 'claim_copies'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON registry.%I FOR EACH ROW EXECUTE FUNCTION registry.refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON registry.%I FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change()', name);
    EXECUTE format('CREATE CONSTRAINT TRIGGER traced AFTER INSERT ON registry.%I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace()', name);
  END LOOP;
END $$;

ALTER TABLE registry.claim_entries
  ADD CONSTRAINT claim_entries_same_figure CHECK (content->>'id' = claim_id),
  ADD CONSTRAINT claim_entries_reasoned CHECK (over IS NULL OR length(btrim(why)) >= 3);
ALTER TABLE registry.claim_answers ADD CONSTRAINT claim_answers_reasoned CHECK (published OR length(btrim(why)) >= 3);
ALTER TABLE registry.claim_withdrawals ADD CONSTRAINT claim_withdrawals_reasoned CHECK (length(btrim(why)) >= 3);
ALTER TABLE registry.claim_copies
  ADD CONSTRAINT claim_copies_kind CHECK (kind IN ('jpeg', 'png', 'webp', 'pdf', 'text')),
  ADD CONSTRAINT claim_copies_hash CHECK (length(sha256) = 32 AND bytes > 0);

CREATE FUNCTION registry.guard_claim_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.published AND NEW.answered_by = (SELECT entered_by FROM registry.claim_entries WHERE id = NEW.entry_id) THEN
    RAISE EXCEPTION 'two people publish a figure' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER two_people BEFORE INSERT ON registry.claim_answers FOR EACH ROW EXECUTE FUNCTION registry.guard_claim_answer();

-- What stands in the ledger is a file of the operator's, read whole, or an entry that a second person published, as it was entered.
CREATE FUNCTION registry.guard_claim() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE entered registry.claim_entries%ROWTYPE;
BEGIN
  IF NEW.entry_id IS NULL THEN
    IF TG_OP = 'UPDATE' AND OLD.entry_id IS NOT NULL THEN
      RAISE EXCEPTION 'a figure that two people published is entered again over it' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM registry.staff WHERE username = NEW.imported_by) THEN
      RAISE EXCEPTION 'two people publish a figure' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  SELECT e.* INTO entered FROM registry.claim_entries e JOIN registry.claim_answers a ON a.entry_id = e.id AND a.published
    WHERE e.id = NEW.entry_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'two people publish a figure' USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW.id, NEW.fingerprint) IS DISTINCT FROM (entered.claim_id, entered.fingerprint)
    OR (NEW.claimant, NEW.measure, NEW.kind, NEW.stage, NEW.population, NEW.qualifier, NEW.quote, NEW.note, NEW.source_url, NEW.names_published, NEW.unit)
      IS DISTINCT FROM (entered.content->>'claimant', entered.content->>'measure', entered.content->>'kind', entered.content->>'stage',
        entered.content->>'population', entered.content->>'qualifier', entered.content->>'quote', entered.content->>'note',
        entered.content->'source'->>'url', entered.content->>'namesPublished', entered.content->>'unit')
    OR (NEW.value, NEW.as_of, NEW.stated_on, NEW.period_start, NEW.period_end)
      IS DISTINCT FROM ((entered.content->>'value')::integer, entered.content->>'asOf', entered.content->>'statedOn',
        entered.content->>'periodStart', entered.content->>'periodEnd') THEN
    RAISE EXCEPTION 'a figure is published as it was entered' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER two_people BEFORE INSERT OR UPDATE ON registry.claims FOR EACH ROW EXECUTE FUNCTION registry.guard_claim();

CREATE FUNCTION registry.guard_claim_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.withdrawal_id IS NOT NULL AND NEW.id <> (SELECT claim_id FROM registry.claim_withdrawals WHERE id = NEW.withdrawal_id) THEN
    RAISE EXCEPTION 'a withdrawal of another figure' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER withdrawn BEFORE INSERT OR UPDATE ON registry.claims FOR EACH ROW EXECUTE FUNCTION registry.guard_claim_withdrawal();

-- The public copy holds what stands in the ledger and was not withdrawn; judged at the end, since the copy is written whole.
CREATE FUNCTION registry.guard_published_claim() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  IF EXISTS (SELECT FROM publication.claims p WHERE p.id = NEW.id) AND NOT EXISTS (
    SELECT FROM registry.claims c WHERE c.id = NEW.id AND c.withdrawal_id IS NULL
      AND c.value IS NOT DISTINCT FROM (NEW.content->>'value')::integer AND c.quote IS NOT DISTINCT FROM NEW.content->>'quote') THEN
    RAISE EXCEPTION 'a figure that nobody published' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER published AFTER INSERT OR UPDATE ON publication.claims
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.guard_published_claim();

-- As before, and the copies of sources: a file of the archive has a row, and the sweep leaves it.
CREATE OR REPLACE FUNCTION registry.intake_stray_documents(ids uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT unnest(ids) EXCEPT SELECT d.id FROM registry.documents d WHERE d.id = ANY (ids)
    EXCEPT SELECT c.id FROM registry.claim_copies c WHERE c.id = ANY (ids)
$$;

GRANT SELECT ON registry.claim_entries, registry.claim_answers, registry.claim_withdrawals, registry.claim_copies TO vigilia_desk, vigilia_backup;
GRANT INSERT ON registry.claim_entries, registry.claim_answers, registry.claim_withdrawals, registry.claim_copies TO vigilia_desk;
