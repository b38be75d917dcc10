-- CreateTable
CREATE TABLE "registry"."requests" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "words" BYTEA,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."request_verdicts" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "granted" BOOLEAN NOT NULL,
    "why" BYTEA NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "agreed" BOOLEAN,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "request_verdicts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "request_verdicts_request_id_idx" ON "registry"."request_verdicts"("request_id");

-- AddForeignKey
ALTER TABLE "registry"."request_verdicts" ADD CONSTRAINT "request_verdicts_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "registry"."requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Two people answer a request ─────────────────────────────────────────────
ALTER TABLE registry.requests ADD CONSTRAINT requests_kind CHECK (kind IN ('count', 'name', 'reply', 'erasure'));
CREATE INDEX requests_open ON registry.requests (asked_at, id) WHERE closed_at IS NULL;
CREATE INDEX requests_closed ON registry.requests (closed_at) WHERE closed_at IS NOT NULL;
CREATE UNIQUE INDEX request_verdicts_one_open ON registry.request_verdicts (request_id) WHERE decided_at IS NULL;
CREATE UNIQUE INDEX request_verdicts_one_answer ON registry.request_verdicts (request_id) WHERE agreed;
ALTER TABLE registry.request_verdicts
  ADD CONSTRAINT request_verdicts_two_people CHECK (agreed IS NOT TRUE OR decided_by <> proposed_by),
  ADD CONSTRAINT request_verdicts_decided_whole CHECK (num_nulls(agreed, decided_by, decided_at) IN (0, 3)),
  ADD CONSTRAINT request_verdicts_in_time CHECK (proposed_at <= decided_at);

CREATE FUNCTION registry.guard_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - '{agreed,decided_by,decided_at}'::text[]) <> (to_jsonb(OLD) - '{agreed,decided_by,decided_at}'::text[])
     OR OLD.decided_at IS NOT NULL THEN
    RAISE EXCEPTION 'append-only: a verdict on a request is decided once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON registry.request_verdicts FOR EACH ROW EXECUTE FUNCTION registry.guard_verdict();

-- A request ends by an answer two people agreed on at that moment, or because what was asked with a code was applied.
CREATE FUNCTION registry.guard_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'closed_at') <> (to_jsonb(OLD) - 'closed_at') OR OLD.closed_at IS NOT NULL THEN
    RAISE EXCEPTION 'append-only: a request stands as it was asked' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT EXISTS (SELECT FROM registry.request_verdicts v WHERE v.request_id = NEW.id AND v.agreed AND v.decided_at = NEW.closed_at)
     AND (NEW.recorded_by <> 'family' OR EXISTS (SELECT FROM registry.withdrawals w WHERE w.id = NEW.id)) THEN
    RAISE EXCEPTION 'two people: a request ends by an answer that a second person agreed to' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON registry.requests FOR EACH ROW EXECUTE FUNCTION registry.guard_request();

CREATE TRIGGER append_only BEFORE DELETE ON registry.requests FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON registry.requests FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE ON registry.request_verdicts FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON registry.request_verdicts FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();
CREATE CONSTRAINT TRIGGER traced AFTER INSERT OR UPDATE ON registry.requests
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();
CREATE CONSTRAINT TRIGGER traced AFTER INSERT OR UPDATE ON registry.request_verdicts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();

-- What was withdrawn lately is read newest first; none of these grows with the registry.
CREATE INDEX naming_acts_withdrawn ON registry.naming_acts (proposed_at) WHERE kind = 'withdrawn';
CREATE INDEX permissions_refused ON registry.permissions (known_from) WHERE NOT granted AND recorded_by = 'family';

GRANT SELECT, INSERT ON registry.requests, registry.request_verdicts TO vigilia_desk;
GRANT UPDATE (closed_at) ON registry.requests TO vigilia_desk;
GRANT UPDATE (agreed, decided_by, decided_at) ON registry.request_verdicts TO vigilia_desk;
GRANT SELECT ON registry.requests, registry.request_verdicts TO vigilia_backup;

-- Withdrawals that went to review before there were requests are opened again at the next drafting, and become one.
UPDATE registry.withdrawals SET review_since = NULL WHERE review_since IS NOT NULL;
