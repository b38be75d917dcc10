-- AlterTable
ALTER TABLE "registry"."slips" ADD COLUMN     "printed_at" TIMESTAMPTZ(3),
ADD COLUMN     "printed_by" TEXT;

-- ── A sheet is printed once ─────────────────────────────────────────────────
ALTER TABLE registry.slips ADD CONSTRAINT slips_printed_whole CHECK (num_nulls(printed_at, printed_by) IN (0, 2));
CREATE FUNCTION registry.guard_printed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.printed_at IS NOT NULL AND (NEW.printed_at, NEW.printed_by) IS DISTINCT FROM (OLD.printed_at, OLD.printed_by) THEN
    RAISE EXCEPTION 'append-only: what became of a sheet is written once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_printed BEFORE UPDATE ON registry.slips FOR EACH ROW EXECUTE FUNCTION registry.guard_printed();
GRANT UPDATE (printed_at, printed_by) ON registry.slips TO vigilia_desk;
