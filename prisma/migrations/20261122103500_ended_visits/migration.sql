-- CreateTable
CREATE TABLE "registry"."ended_visits" (
    "mark" BYTEA NOT NULL,
    "until" DATE NOT NULL,

    CONSTRAINT "ended_visits_pkey" PRIMARY KEY ("mark")
);

-- CreateIndex
CREATE INDEX "ended_visits_until_idx" ON "registry"."ended_visits"("until");

-- ── A visit that was left stays ended, whoever copied what its browser carried ──
ALTER TABLE registry.ended_visits ADD CONSTRAINT ended_visits_mark_size CHECK (octet_length(mark) = 16);

CREATE FUNCTION registry.intake_end_visit(visit_mark bytea, last_day date, today date) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  DELETE FROM registry.ended_visits WHERE until < today;
  INSERT INTO registry.ended_visits (mark, until) VALUES (visit_mark, last_day) ON CONFLICT (mark) DO NOTHING;
  SELECT true
$$;

CREATE FUNCTION registry.intake_visit_ended(visit_mark bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM registry.ended_visits WHERE mark = visit_mark)
$$;

REVOKE ALL ON FUNCTION registry.intake_end_visit(bytea, date, date), registry.intake_visit_ended(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.intake_end_visit(bytea, date, date), registry.intake_visit_ended(bytea) TO vigilia_intake;
GRANT SELECT ON registry.ended_visits TO vigilia_backup;
