-- An import is staged at one moment and confirmed by a second person at a later one, when its cases open: what it tells of others' merges
-- is recorded no later than that. Such a fact ends like any other, by a correction or a retraction of two people.
CREATE OR REPLACE FUNCTION registry.demand_merge() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  IF session_user = current_user
     OR EXISTS (SELECT FROM registry.merges m JOIN registry.facts f ON f.id = m.fact_id
                WHERE f.id = NEW.id AND m.absorbed_id = f.case_id AND m.agreed
                  AND m.decided_at = f.known_from AND m.undone_at IS NOT DISTINCT FROM f.known_to)
     OR (EXISTS (SELECT FROM registry.cases c WHERE c.id = NEW.case_id AND c.source IS NOT NULL AND NEW.recorded_at <= c.opened_at)
         AND NOT EXISTS (SELECT FROM registry.merges m WHERE m.fact_id = NEW.id)) THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'a case is merged, and is so no more, by two people' USING ERRCODE = 'restrict_violation';
END $$;
