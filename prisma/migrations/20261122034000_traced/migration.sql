-- CreateIndex
CREATE INDEX "audit_events_actor_at_idx" ON "registry"."audit_events"("actor", "at");

-- ── No act without a trace ──────────────────────────────────────────────────
-- At its end every transaction of a running process that changed one of these tables must have appended to the trail: the last row
-- of the chain is then its own, since appending holds the chain until commit. The owner, who migrates, is exempt.
CREATE FUNCTION registry.demand_trace() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  IF (SELECT xmin FROM registry.audit_events ORDER BY seq DESC LIMIT 1) = pg_current_xact_id()::xid THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'a change of % without a trace in the trail', TG_TABLE_NAME;
END $$;

DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['cases', 'traits', 'permissions', 'evidence', 'decisions', 'decision_reviews', 'kin_notices', 'naming_acts',
    'coverages', 'balance_drafts', 'balance_signatures', 'staff', 'vault_wraps', 'vault_keys', 'messages', 'claims', 'people']
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER traced AFTER INSERT OR UPDATE OR DELETE ON registry.%I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace()', name);
  END LOOP;
END $$;
CREATE CONSTRAINT TRIGGER traced AFTER UPDATE OR DELETE ON registry.facts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();
-- A fact that comes already known comes with an import, whose cases are traced.
CREATE CONSTRAINT TRIGGER traced_proposal AFTER INSERT ON registry.facts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.known_from IS NULL) EXECUTE FUNCTION registry.demand_trace();
CREATE CONSTRAINT TRIGGER traced AFTER UPDATE ON registry.reports
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();
CREATE CONSTRAINT TRIGGER traced AFTER UPDATE ON registry.import_batches
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();
CREATE CONSTRAINT TRIGGER traced AFTER INSERT OR UPDATE OR DELETE ON publication.balances
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();
CREATE CONSTRAINT TRIGGER traced AFTER INSERT OR UPDATE OR DELETE ON publication.named_cases
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();
