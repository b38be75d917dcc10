-- DropIndex
DROP INDEX "registry"."import_batches_source_sha256_key";

-- AlterTable
ALTER TABLE "registry"."import_batches" ADD COLUMN     "discard_why" BYTEA,
ADD COLUMN     "discarded_at" TIMESTAMPTZ(3),
ADD COLUMN     "discarded_by" TEXT,
ADD COLUMN     "findings" BYTEA,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'registry';

-- CreateIndex
-- Nulls are equal: of one file and source one batch stands. A discarded one bears its moment and makes room for another.
CREATE UNIQUE INDEX "import_batches_source_sha256_discarded_at_key" ON "registry"."import_batches"("source", "sha256", "discarded_at") NULLS NOT DISTINCT;

ALTER TABLE registry.import_batches
  ADD CONSTRAINT import_kind CHECK (kind IN ('registry','template')),
  ADD CONSTRAINT import_discarded_by_somebody CHECK ((discarded_by IS NULL) = (discarded_at IS NULL) AND (discard_why IS NULL OR discarded_at IS NOT NULL)),
  ADD CONSTRAINT import_confirmed_or_discarded CHECK (confirmed_at IS NULL OR discarded_at IS NULL);

-- A batch is confirmed or discarded, once, as it was made.
CREATE FUNCTION registry.guard_batch() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ending text[] := '{confirmed_by,confirmed_at,discarded_by,discarded_at,discard_why}';
BEGIN
  IF (to_jsonb(NEW) - ending) <> (to_jsonb(OLD) - ending) OR OLD.confirmed_at IS NOT NULL OR OLD.discarded_at IS NOT NULL THEN
    RAISE EXCEPTION 'append-only: a batch is confirmed or discarded once, as it was made' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER guard ON registry.import_batches;
CREATE TRIGGER guard BEFORE UPDATE ON registry.import_batches FOR EACH ROW EXECUTE FUNCTION registry.guard_batch();
