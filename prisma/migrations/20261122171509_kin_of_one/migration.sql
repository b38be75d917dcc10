-- AlterTable
ALTER TABLE "registry"."kin_notices" DROP CONSTRAINT "kin_notices_pkey",
ADD CONSTRAINT "kin_notices_pkey" PRIMARY KEY ("case_id", "recorded_at");

-- ── Whose kin were told, once two cases are one person's, and once they are two again ──
-- The strictest of what was said: of cases that are one, the kin of each were told, or somebody was told since they are one. What was
-- recorded while they were one was said of one person and counts for neither of two afterwards, unless it is recorded of each anew.
CREATE FUNCTION registry.kin_told(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
  WITH notices AS (
    SELECT k.case_id, k.recorded_at FROM registry.kin_notices k
    WHERE NOT EXISTS (SELECT FROM registry.merges m WHERE m.surviving_id = k.case_id AND m.undone_at IS NOT NULL
                      AND k.recorded_at >= m.decided_at AND k.recorded_at < m.undone_at))
  SELECT EXISTS (SELECT FROM notices n WHERE n.case_id = asked)
    AND NOT EXISTS (
      SELECT FROM registry.merges m WHERE m.surviving_id = asked AND m.agreed AND m.undone_at IS NULL
        AND NOT EXISTS (SELECT FROM notices n WHERE n.case_id = m.absorbed_id)
        AND NOT EXISTS (SELECT FROM notices n WHERE n.case_id = asked AND n.recorded_at >= m.decided_at))
$$;
REVOKE ALL ON FUNCTION registry.kin_told(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.kin_told(uuid) TO vigilia_desk;

-- What is known already may end whoever was told.
CREATE OR REPLACE FUNCTION registry.guard_death() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.known_from IS NOT NULL THEN RETURN NULL; END IF;
  IF NOT registry.kin_told(NEW.case_id) THEN
    RAISE EXCEPTION 'a death is known only once next of kin were told' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION registry.guard_death() FROM PUBLIC;
CREATE TRIGGER absorbed BEFORE INSERT ON registry.kin_notices FOR EACH ROW EXECUTE FUNCTION registry.refuse_absorbed();
