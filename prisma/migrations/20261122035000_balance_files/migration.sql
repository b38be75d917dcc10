-- AlterTable
ALTER TABLE "registry"."balance_drafts" ADD COLUMN     "case_salt" BYTEA,
ADD COLUMN     "manifest" BYTEA;

-- AlterTable
ALTER TABLE "publication"."balances" ADD COLUMN     "manifest" BYTEA;

-- CreateTable
CREATE TABLE "publication"."balance_files" (
    "balance_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "balance_files_pkey" PRIMARY KEY ("balance_id","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "balance_files_balance_id_name_key" ON "publication"."balance_files"("balance_id", "name");

-- CreateIndex
CREATE INDEX "balances_corrects_id_idx" ON "publication"."balances"("corrects_id");

-- AddForeignKey
ALTER TABLE "publication"."balance_files" ADD CONSTRAINT "balance_files_balance_id_fkey" FOREIGN KEY ("balance_id") REFERENCES "publication"."balances"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What hand must write ────────────────────────────────────────────────────
-- The bytes of a published file never change, whoever asks.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON publication.balance_files FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON publication.balance_files FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();
ALTER TABLE publication.balance_files
  ADD CONSTRAINT balance_files_hash CHECK (sha256 = sha256(bytes)),
  ADD CONSTRAINT balance_files_size CHECK (size = length(bytes) AND size > 0),
  ADD CONSTRAINT balance_files_position CHECK ((position = 0) = (name = 'balance.zip') AND position >= 0);
ALTER TABLE registry.balance_drafts ADD CONSTRAINT balance_drafts_salt CHECK (length(case_salt) = 32);
-- Files are large and already what they are: kept as they come, so that serving them costs no work.
ALTER TABLE publication.balance_files ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- A file joins its balance in the very transaction that publishes it, and is the one both signed for at that place.
CREATE FUNCTION registry.guard_balance_file() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE told jsonb; named int;
BEGIN
  SELECT convert_from(b.manifest, 'UTF8')::jsonb -> 'files' INTO told FROM publication.balances b
  WHERE b.id = NEW.balance_id AND b.xmin = pg_current_xact_id()::xid;
  IF told IS NULL THEN
    RAISE EXCEPTION 'append-only: a published balance takes no more files' USING ERRCODE = 'restrict_violation';
  END IF;
  named := jsonb_array_length(told);
  IF NEW.position BETWEEN 1 AND named AND told -> (NEW.position - 1) IS DISTINCT FROM
     jsonb_build_object('name', NEW.name, 'size', NEW.size, 'sha256', encode(NEW.sha256, 'hex')) THEN
    RAISE EXCEPTION 'a file is published as it was signed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER as_signed BEFORE INSERT ON publication.balance_files FOR EACH ROW EXECUTE FUNCTION registry.guard_balance_file();

-- A balance whose manifest names files is published with all of them, their zip and what seals them, or not at all.
CREATE FUNCTION registry.guard_balance_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE named int := jsonb_array_length(convert_from(NEW.manifest, 'UTF8')::jsonb -> 'files');
BEGIN
  IF (SELECT count(*) FROM publication.balance_files f WHERE f.balance_id = NEW.id AND f.position <= named) <> named + 1
     OR NOT EXISTS (SELECT FROM publication.balance_files f WHERE f.balance_id = NEW.id AND f.name = 'manifest.json' AND f.bytes = NEW.manifest) THEN
    RAISE EXCEPTION 'a balance is published whole' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER whole AFTER INSERT ON publication.balances DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.manifest IS NOT NULL) EXECUTE FUNCTION registry.guard_balance_whole();

-- As before, and now what was signed names every file.
CREATE OR REPLACE FUNCTION registry.guard_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'vigilia_desk' THEN RETURN NEW; END IF;
  IF NOT EXISTS (SELECT FROM registry.balance_drafts d WHERE d.id = NEW.id AND d.discarded_at IS NULL
                 AND d.content = NEW.content AND d.content_hash = NEW.content_hash AND d.manifest IS NOT DISTINCT FROM NEW.manifest) THEN
    RAISE EXCEPTION 'a balance is published as it was drafted' USING ERRCODE = 'check_violation';
  END IF;
  IF (SELECT count(DISTINCT s.public_key) FROM registry.balance_signatures s
      JOIN registry.staff m ON m.id = s.staff_id AND m.signing_public_key = s.public_key AND m.role = 'coordinator'
      WHERE s.balance_id = NEW.id) < 2 THEN
    RAISE EXCEPTION 'two people: a balance bears the signatures of two coordinators' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.manifest IS NULL THEN
    RAISE EXCEPTION 'a balance is published whole' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

GRANT SELECT ON publication.balance_files TO vigilia_public, vigilia_desk, vigilia_backup;
GRANT INSERT ON publication.balance_files TO vigilia_desk;
