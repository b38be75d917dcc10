-- Nothing of the models changes: whoever keeps an index of names in memory hears at the commit what it must read anew.
-- A person is named by id; that some report came or went is said without saying which, so that no notice ties a report to a case.
-- More than a hundred at once are one word: everything.
CREATE FUNCTION registry.tell_people(ids uuid[]) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF cardinality(ids) > 100 THEN
    PERFORM pg_notify('vigilia_index', 'all');
  ELSE
    PERFORM pg_notify('vigilia_index', 'person ' || id) FROM unnest(ids) AS id;
  END IF;
END $$;

CREATE FUNCTION registry.tell_identity() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM registry.tell_people(ARRAY(SELECT DISTINCT id FROM changed LIMIT 101));
  RETURN NULL;
END $$;
CREATE TRIGGER index_new AFTER INSERT ON registry.people REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION registry.tell_identity();
CREATE TRIGGER index_changed AFTER UPDATE ON registry.people REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION registry.tell_identity();

CREATE FUNCTION registry.tell_traits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM registry.tell_people(ARRAY(SELECT DISTINCT person_id FROM changed LIMIT 101));
  RETURN NULL;
END $$;
CREATE TRIGGER index_new AFTER INSERT ON registry.traits REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION registry.tell_traits();

CREATE FUNCTION registry.tell_detentions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM registry.tell_people(ARRAY(
    SELECT DISTINCT c.person_id FROM changed f JOIN registry.cases c ON c.id = f.case_id
    WHERE f.track = 'custody' AND f.state = 'apprehended' LIMIT 101));
  RETURN NULL;
END $$;
CREATE TRIGGER index_new AFTER INSERT ON registry.facts REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION registry.tell_detentions();
CREATE TRIGGER index_changed AFTER UPDATE ON registry.facts REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION registry.tell_detentions();

CREATE FUNCTION registry.tell_reports() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM pg_notify('vigilia_index', 'reports');
  RETURN NULL;
END $$;
CREATE TRIGGER index_new AFTER INSERT OR DELETE ON registry.triage
  FOR EACH STATEMENT EXECUTE FUNCTION registry.tell_reports();
REVOKE ALL ON FUNCTION registry.tell_people(uuid[]), registry.tell_identity(), registry.tell_traits(),
  registry.tell_detentions(), registry.tell_reports() FROM PUBLIC;
