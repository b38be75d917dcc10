-- After many people came in at once the planner must know it: until autovacuum looks by, it would take the tables for empty.
CREATE FUNCTION registry.refresh_statistics() RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  ANALYZE registry.people, registry.traits, registry.cases, registry.facts, registry.permissions, registry.custody_intervals,
    registry.stays, registry.pending_intervals;
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION registry.refresh_statistics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.refresh_statistics() TO vigilia_desk;
