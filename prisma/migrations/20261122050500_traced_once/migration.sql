-- A transaction that was found to bear a trace is remembered for its own length: an import changes a million guarded rows, and one
-- look at the trail answers for them all.
CREATE OR REPLACE FUNCTION registry.demand_trace() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  IF current_setting('vigilia.traced', true) = pg_current_xact_id()::text OR session_user = current_user THEN RETURN NULL; END IF;
  IF (SELECT xmin FROM registry.audit_events ORDER BY seq DESC LIMIT 1) IS DISTINCT FROM pg_current_xact_id()::xid THEN
    RAISE EXCEPTION 'a change of % without a trace in the trail', TG_TABLE_NAME;
  END IF;
  PERFORM set_config('vigilia.traced', pg_current_xact_id()::text, true);
  RETURN NULL;
END $$;
