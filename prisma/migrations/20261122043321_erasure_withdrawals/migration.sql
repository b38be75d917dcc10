-- CreateTable
CREATE TABLE "registry"."withdrawals" (
    "id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,
    "review_since" TIMESTAMPTZ(3),

    CONSTRAINT "withdrawals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."erasures" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "reason" BYTEA NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "withdrawals_posted_at_idx" ON "registry"."withdrawals"("posted_at");

-- CreateIndex
CREATE UNIQUE INDEX "erasures_case_id_key" ON "registry"."erasures"("case_id");

-- ── A withdrawal waits sealed ───────────────────────────────────────────────
-- The one door: a code that opens a report may take back a permission. Nothing of the code stays here in plain.
CREATE FUNCTION registry.intake_post_withdrawal(code_lookup bytea, withdrawal uuid, to_vault bytea, moment timestamptz, about bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM registry.receipts WHERE lookup = code_lookup) THEN RETURN false; END IF;
  INSERT INTO registry.withdrawals (id, sealed, posted_at) VALUES (withdrawal, to_vault, date_trunc('milliseconds', moment));
  PERFORM registry.append_audit(moment, 'family', 'withdrawal.posted', about);
  RETURN true;
END $$;
CREATE FUNCTION registry.guard_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'review_since') <> (to_jsonb(OLD) - 'review_since') THEN
    RAISE EXCEPTION 'append-only: a withdrawal stands as posted' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON registry.withdrawals FOR EACH ROW EXECUTE FUNCTION registry.guard_withdrawal();
CREATE CONSTRAINT TRIGGER traced AFTER INSERT OR UPDATE OR DELETE ON registry.withdrawals
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();

-- ── Erasing a person takes two, and never comes back ────────────────────────
ALTER TABLE registry.erasures
  ADD CONSTRAINT erasures_two_people CHECK (confirmed_by <> proposed_by),
  ADD CONSTRAINT erasures_confirmed_by_somebody CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL));
CREATE TRIGGER append_only BEFORE DELETE ON registry.erasures FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON registry.erasures FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER guard BEFORE UPDATE ON registry.erasures FOR EACH ROW EXECUTE FUNCTION registry.guard_seconded();
CREATE CONSTRAINT TRIGGER traced AFTER INSERT OR UPDATE ON registry.erasures
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();

CREATE FUNCTION registry.guard_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.wrapped_key IS NULL AND NEW.wrapped_key IS NOT NULL THEN
    RAISE EXCEPTION 'an erased person does not come back' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.wrapped_key IS NOT NULL AND NEW.wrapped_key IS NULL AND NOT EXISTS (
    SELECT FROM registry.erasures e JOIN registry.cases c ON c.id = e.case_id WHERE c.person_id = NEW.id AND e.confirmed_by IS NOT NULL) THEN
    RAISE EXCEPTION 'two people: a person is erased once a second person confirmed it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER two_people BEFORE UPDATE OF wrapped_key ON registry.people FOR EACH ROW EXECUTE FUNCTION registry.guard_erasure();

-- What families sent about an erased person: words gone, code as if it never was. The row stays, so that the queue's numbers do.
CREATE FUNCTION registry.erase_reports(ids uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE gone uuid[];
BEGIN
  SELECT coalesce(array_agg(thread_id), '{}') INTO gone FROM registry.receipts WHERE report_id = ANY (ids);
  DELETE FROM registry.messages WHERE thread_id = ANY (gone);
  DELETE FROM registry.receipts WHERE report_id = ANY (ids);
  DELETE FROM registry.threads WHERE id = ANY (gone);
  UPDATE registry.reports SET sealed = '\x00', stage = 'withdrawn', assigned_to = NULL WHERE id = ANY (ids);
END $$;

REVOKE ALL ON FUNCTION registry.intake_post_withdrawal(bytea, uuid, bytea, timestamptz, bytea), registry.erase_reports(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.intake_post_withdrawal(bytea, uuid, bytea, timestamptz, bytea) TO vigilia_intake;
GRANT EXECUTE ON FUNCTION registry.erase_reports(uuid[]) TO vigilia_desk;
GRANT SELECT ON registry.withdrawals, registry.erasures TO vigilia_desk, vigilia_backup;
GRANT UPDATE (review_since), DELETE ON registry.withdrawals TO vigilia_desk;
GRANT INSERT, UPDATE (confirmed_by, confirmed_at) ON registry.erasures TO vigilia_desk;
