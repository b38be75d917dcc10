-- A page that is down when an act ends takes with it what led to it: nothing published keeps a withdrawn reference. Within an act pages
-- are taken down and put up again; only what stands at its end is judged.
CREATE FUNCTION registry.forget_joined() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  DELETE FROM publication.joined_references j
    WHERE j."into" = OLD.reference AND NOT EXISTS (SELECT FROM publication.named_cases n WHERE n.reference = OLD.reference);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION registry.forget_joined() FROM PUBLIC;
CREATE CONSTRAINT TRIGGER forget_joined AFTER DELETE ON publication.named_cases DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION registry.forget_joined();

-- A pair of which one is a report that went into a case is no question any more: the case stands for it.
ALTER TABLE registry.pairs DROP CONSTRAINT pairs_state, DROP CONSTRAINT pairs_answered,
  ADD CONSTRAINT pairs_state CHECK (state IN ('open', 'unsure', 'different', 'same_person', 'other_episode', 'moved')),
  ADD CONSTRAINT pairs_answered CHECK (state IN ('open', 'moved') OR answered_at IS NOT NULL);
CREATE OR REPLACE FUNCTION registry.guard_pair() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id <> OLD.id OR NEW.mark <> OLD.mark OR NEW.sides <> OLD.sides OR NEW.found_at <> OLD.found_at THEN
    RAISE EXCEPTION 'append-only: a pair is of the same two' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state <> OLD.state AND NEW.state NOT IN ('open', 'moved')
     AND NOT EXISTS (SELECT FROM registry.pair_answers a WHERE a.pair_id = NEW.id AND a.answer = NEW.state AND a.answered_at = NEW.answered_at) THEN
    RAISE EXCEPTION 'a pair is answered by somebody' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state <> OLD.state AND NEW.state = 'moved' AND OLD.state NOT IN ('open', 'unsure') THEN
    RAISE EXCEPTION 'a pair that somebody answered stays answered' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
