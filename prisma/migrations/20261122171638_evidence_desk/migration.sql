-- AlterTable
ALTER TABLE "registry"."documents" ADD COLUMN     "case_id" UUID;

-- CreateTable
CREATE TABLE "registry"."evidence_promotions" (
    "evidence_id" UUID NOT NULL,
    "why" BYTEA NOT NULL,
    "said_by" TEXT NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_promotions_pkey" PRIMARY KEY ("evidence_id")
);

-- CreateTable
CREATE TABLE "registry"."evidence_grades" (
    "id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "reliability" TEXT NOT NULL,
    "credibility" TEXT NOT NULL,
    "why" BYTEA NOT NULL,
    "graded_by" TEXT NOT NULL,
    "graded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_grades_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."evidence_links" (
    "id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "fact_id" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "why" BYTEA NOT NULL,
    "linked_by" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,
    "end_why" BYTEA,
    "ended_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_links_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "evidence_grades_evidence_id_idx" ON "registry"."evidence_grades"("evidence_id");

-- CreateIndex
CREATE INDEX "evidence_links_evidence_id_idx" ON "registry"."evidence_links"("evidence_id");

-- CreateIndex
CREATE INDEX "evidence_links_fact_id_idx" ON "registry"."evidence_links"("fact_id");

-- CreateIndex
CREATE INDEX "documents_case_id_idx" ON "registry"."documents"("case_id");

-- AddForeignKey
ALTER TABLE "registry"."evidence_promotions" ADD CONSTRAINT "evidence_promotions_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "registry"."evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."evidence_grades" ADD CONSTRAINT "evidence_grades_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "registry"."evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."evidence_links" ADD CONSTRAINT "evidence_links_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "registry"."evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."evidence_links" ADD CONSTRAINT "evidence_links_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "registry"."facts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."documents" ADD CONSTRAINT "documents_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "registry"."cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── A file belongs to a draft, to a report or to a case, and to no two of them ─
ALTER TABLE registry.documents DROP CONSTRAINT documents_of_one,
  ADD CONSTRAINT documents_of_one CHECK (num_nonnulls(draft_lookup, report_id, case_id) = 1);
CREATE OR REPLACE FUNCTION registry.guard_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.report_id IS NOT NULL OR (NEW.id, NEW.sealed, NEW.received_at, NEW.case_id) IS DISTINCT FROM (OLD.id, OLD.sealed, OLD.received_at, OLD.case_id) THEN
    RAISE EXCEPTION 'append-only: a document stands as received' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER absorbed BEFORE INSERT ON registry.documents FOR EACH ROW WHEN (NEW.case_id IS NOT NULL)
  EXECUTE FUNCTION registry.refuse_absorbed();
CREATE CONSTRAINT TRIGGER traced AFTER INSERT ON registry.documents
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.case_id IS NOT NULL) EXECUTE FUNCTION registry.demand_trace();
-- The desk brings files to cases and writes none into what families sent.
GRANT INSERT (id, case_id, sealed, received_at) ON registry.documents TO vigilia_desk;

-- Whoever is erased takes along the files that the desk brought: the rows here, the files with the next sweep of the disk.
CREATE FUNCTION registry.erase_brought() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  DELETE FROM registry.documents d USING registry.cases c WHERE c.person_id = NEW.id AND d.case_id = c.id;
  RETURN NULL;
END $$;
CREATE TRIGGER erase_brought AFTER UPDATE OF wrapped_key ON registry.people FOR EACH ROW
  WHEN (OLD.wrapped_key IS NOT NULL AND NEW.wrapped_key IS NULL) EXECUTE FUNCTION registry.erase_brought();

-- ── What is judged of an item, and what it is tied to ───────────────────────
ALTER TABLE registry.evidence_grades
  ADD CONSTRAINT evidence_grades_reliability CHECK (reliability IN ('reliable','fairly_reliable','doubtful','unreliable','unknown')),
  ADD CONSTRAINT evidence_grades_credibility CHECK (credibility IN ('confirmed','likely','possible','unlikely','unknown')),
  ADD CONSTRAINT evidence_grades_by_staff FOREIGN KEY (graded_by) REFERENCES registry.staff (username) ON DELETE RESTRICT;
ALTER TABLE registry.evidence_promotions
  ADD CONSTRAINT evidence_promotions_by_staff FOREIGN KEY (said_by) REFERENCES registry.staff (username) ON DELETE RESTRICT;
ALTER TABLE registry.evidence_links
  ADD CONSTRAINT evidence_links_relation CHECK (relation IN ('supports','contradicts')),
  ADD CONSTRAINT evidence_links_ended_whole CHECK (num_nulls(end_why, ended_by, ended_at) IN (0, 3)),
  ADD CONSTRAINT evidence_links_in_time CHECK (linked_at <= ended_at),
  ADD CONSTRAINT evidence_links_by_staff FOREIGN KEY (linked_by) REFERENCES registry.staff (username) ON DELETE RESTRICT,
  ADD CONSTRAINT evidence_links_ended_by_staff FOREIGN KEY (ended_by) REFERENCES registry.staff (username) ON DELETE RESTRICT;
CREATE UNIQUE INDEX evidence_links_one_open ON registry.evidence_links (evidence_id, fact_id) WHERE ended_at IS NULL;

-- A lead is one until somebody said why it is evidence.
CREATE FUNCTION registry.is_lead(item uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
  SELECT e.lead AND NOT EXISTS (SELECT FROM registry.evidence_promotions p WHERE p.evidence_id = e.id)
  FROM registry.evidence e WHERE e.id = item
$$;

-- Of an item that was withdrawn, or of a case that was merged away, nothing more is said. The row of the case holds whoever acts on it at once.
CREATE FUNCTION registry.guard_said_of_evidence() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
DECLARE of_case uuid;
BEGIN
  SELECT e.case_id INTO of_case FROM registry.evidence e WHERE e.id = NEW.evidence_id;
  PERFORM FROM registry.cases c WHERE c.id = of_case FOR UPDATE;
  IF EXISTS (SELECT FROM registry.evidence_withdrawals w WHERE w.evidence_id = NEW.evidence_id) THEN
    RAISE EXCEPTION 'this item was withdrawn' USING ERRCODE = 'restrict_violation';
  END IF;
  IF session_user <> current_user AND EXISTS (SELECT FROM registry.merges m WHERE m.absorbed_id = of_case AND m.agreed AND m.undone_at IS NULL
       AND m.xmin IS DISTINCT FROM pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'this case was merged into another' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_said BEFORE INSERT ON registry.evidence_grades FOR EACH ROW EXECUTE FUNCTION registry.guard_said_of_evidence();
CREATE TRIGGER guard_said BEFORE INSERT ON registry.evidence_promotions FOR EACH ROW EXECUTE FUNCTION registry.guard_said_of_evidence();
CREATE TRIGGER guard_said BEFORE INSERT ON registry.evidence_links FOR EACH ROW EXECUTE FUNCTION registry.guard_said_of_evidence();

CREATE FUNCTION registry.guard_promotion() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM registry.evidence e WHERE e.id = NEW.evidence_id AND e.lead) THEN
    RAISE EXCEPTION 'only a lead becomes evidence' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_leads BEFORE INSERT ON registry.evidence_promotions FOR EACH ROW EXECUTE FUNCTION registry.guard_promotion();

-- An item is tied to a fact of its own case that stands or waits; a lead to none; and a tie only ends, once.
CREATE FUNCTION registry.guard_link() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, registry AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (to_jsonb(NEW) - '{end_why,ended_by,ended_at}'::text[]) <> (to_jsonb(OLD) - '{end_why,ended_by,ended_at}'::text[])
       OR OLD.ended_at IS NOT NULL THEN
      RAISE EXCEPTION 'append-only: what an item is tied to ends once and is never edited' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT FROM registry.facts f JOIN registry.evidence e ON e.case_id = f.case_id
                 WHERE f.id = NEW.fact_id AND e.id = NEW.evidence_id AND f.track <> 'vetting') THEN
    RAISE EXCEPTION 'an item is tied to a fact of its own case' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.ended_at IS NOT NULL OR EXISTS (SELECT FROM registry.facts f WHERE f.id = NEW.fact_id AND f.known_to IS NOT NULL) THEN
    RAISE EXCEPTION 'an item is tied to what stands' USING ERRCODE = 'check_violation';
  END IF;
  IF registry.is_lead(NEW.evidence_id) THEN
    RAISE EXCEPTION 'a lead supports nothing' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_tie BEFORE INSERT OR UPDATE ON registry.evidence_links FOR EACH ROW EXECUTE FUNCTION registry.guard_link();

DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['evidence_promotions', 'evidence_grades', 'evidence_links'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE DELETE ON registry.%I FOR EACH ROW EXECUTE FUNCTION registry.refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON registry.%I FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change()', name);
    EXECUTE format('CREATE CONSTRAINT TRIGGER traced AFTER INSERT OR UPDATE ON registry.%I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace()', name);
    EXECUTE format('GRANT SELECT, INSERT ON registry.%I TO vigilia_desk', name);
    EXECUTE format('GRANT SELECT ON registry.%I TO vigilia_backup', name);
  END LOOP;
END $$;
CREATE TRIGGER append_only_row BEFORE UPDATE ON registry.evidence_promotions FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only_row BEFORE UPDATE ON registry.evidence_grades FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
GRANT UPDATE (end_why, ended_by, ended_at) ON registry.evidence_links TO vigilia_desk;
REVOKE ALL ON FUNCTION registry.is_lead(uuid), registry.guard_said_of_evidence(), registry.guard_promotion(), registry.guard_link(),
  registry.erase_brought() FROM PUBLIC;
