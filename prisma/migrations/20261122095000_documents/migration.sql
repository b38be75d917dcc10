-- CreateTable
CREATE TABLE "registry"."documents" (
    "id" UUID NOT NULL,
    "draft_lookup" BYTEA,
    "report_id" UUID,
    "sealed" BYTEA NOT NULL,
    "sealed_to_draft" BYTEA,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "documents_draft_lookup_idx" ON "registry"."documents"("draft_lookup");

-- CreateIndex
CREATE INDEX "documents_report_id_idx" ON "registry"."documents"("report_id");

-- AddForeignKey
ALTER TABLE "registry"."documents" ADD CONSTRAINT "documents_draft_lookup_fkey" FOREIGN KEY ("draft_lookup") REFERENCES "registry"."drafts"("lookup") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."documents" ADD CONSTRAINT "documents_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "registry"."reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── A file belongs to a draft or to a report, and never stays behind ────────
ALTER TABLE registry.documents
  ADD CONSTRAINT documents_of_one CHECK (num_nonnulls(draft_lookup, report_id) = 1),
  ADD CONSTRAINT documents_listed_in_drafts_only CHECK (sealed_to_draft IS NULL OR draft_lookup IS NOT NULL);

CREATE FUNCTION registry.guard_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.report_id IS NOT NULL OR (NEW.id, NEW.sealed, NEW.received_at) IS DISTINCT FROM (OLD.id, OLD.sealed, OLD.received_at) THEN
    RAISE EXCEPTION 'append-only: a document stands as received' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON registry.documents FOR EACH ROW EXECUTE FUNCTION registry.guard_document();

CREATE FUNCTION registry.intake_count_documents(code_lookup bytea) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT count(*)::integer FROM registry.documents d
  WHERE d.draft_lookup = code_lookup OR d.report_id = (SELECT r.report_id FROM registry.receipts r WHERE r.lookup = code_lookup)
$$;

CREATE FUNCTION registry.intake_list_documents(code_lookup bytea) RETURNS TABLE (id uuid, sealed bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT d.id, d.sealed_to_draft FROM registry.documents d WHERE d.draft_lookup = code_lookup ORDER BY d.id
$$;

-- 'kept', 'full' or 'unknown'. Two at once for one code wait for each other, so that the fifth is the last.
CREATE FUNCTION registry.intake_keep_document(code_lookup bytea, document uuid, to_vault bytea, to_draft bytea, moment timestamptz,
  most integer, about bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE of_report uuid;
BEGIN
  PERFORM FROM registry.drafts WHERE lookup = code_lookup AND expires_at > moment FOR UPDATE;
  IF FOUND THEN
    IF registry.intake_count_documents(code_lookup) >= most THEN RETURN 'full'; END IF;
    INSERT INTO registry.documents (id, draft_lookup, sealed, sealed_to_draft, received_at)
      VALUES (document, code_lookup, to_vault, to_draft, date_trunc('minute', moment));
    RETURN 'kept';
  END IF;
  SELECT r.report_id INTO of_report FROM registry.receipts r JOIN registry.reports p ON p.id = r.report_id
    WHERE r.lookup = code_lookup FOR UPDATE OF p;
  IF of_report IS NULL THEN RETURN 'unknown'; END IF;
  IF registry.intake_count_documents(code_lookup) >= most THEN RETURN 'full'; END IF;
  INSERT INTO registry.documents (id, report_id, sealed, received_at)
    VALUES (document, of_report, to_vault, date_trunc('minute', moment));
  PERFORM registry.append_audit(moment, 'family', 'document.received', about);
  RETURN 'kept';
END $$;

CREATE FUNCTION registry.intake_remove_document(code_lookup bytea, document uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  DELETE FROM registry.documents d WHERE d.id = document AND d.draft_lookup = code_lookup;
  RETURN FOUND;
END $$;

CREATE FUNCTION registry.intake_stray_documents(ids uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT unnest(ids) EXCEPT SELECT d.id FROM registry.documents d WHERE d.id = ANY (ids)
$$;

-- As before, and the documents of the draft go with the report.
CREATE OR REPLACE FUNCTION registry.intake_send(code_lookup bytea, report uuid, sealed_report bytea, thread uuid, thread_key bytea, moment timestamptz,
  via text, is_urgent boolean, message uuid, to_thread bytea, to_vault bytea, about bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM FROM registry.drafts WHERE lookup = code_lookup FOR UPDATE;
  IF NOT FOUND THEN RETURN EXISTS (SELECT FROM registry.receipts WHERE lookup = code_lookup); END IF;
  INSERT INTO registry.threads (id, public_key) VALUES (thread, thread_key);
  INSERT INTO registry.reports (id, sealed, received_at, channel, urgent, stage)
    VALUES (report, sealed_report, date_trunc('minute', moment), via, is_urgent, 'waiting');
  UPDATE registry.documents SET draft_lookup = NULL, sealed_to_draft = NULL, report_id = report WHERE draft_lookup = code_lookup;
  DELETE FROM registry.drafts WHERE lookup = code_lookup;
  INSERT INTO registry.receipts (lookup, report_id, thread_id) VALUES (code_lookup, report, thread);
  INSERT INTO registry.messages (id, thread_id, from_family, kind, sealed_to_thread, sealed_to_vault, sent_at)
    VALUES (message, thread, false, 'stage', to_thread, to_vault, date_trunc('minute', moment));
  PERFORM registry.append_audit(moment, 'family', 'report.received', about);
  RETURN true;
END $$;

-- As before, and their documents: the rows here, the files with the next sweep of the disk.
CREATE OR REPLACE FUNCTION registry.erase_reports(ids uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE gone uuid[];
BEGIN
  SELECT coalesce(array_agg(thread_id), '{}') INTO gone FROM registry.receipts WHERE report_id = ANY (ids);
  DELETE FROM registry.documents WHERE report_id = ANY (ids);
  DELETE FROM registry.messages WHERE thread_id = ANY (gone);
  DELETE FROM registry.receipts WHERE report_id = ANY (ids);
  DELETE FROM registry.threads WHERE id = ANY (gone);
  DELETE FROM registry.contact_entries WHERE report_id = ANY (ids);
  DELETE FROM registry.code_revocations WHERE report_id = ANY (ids);
  UPDATE registry.reports SET sealed = '\x00', stage = 'withdrawn', assigned_to = NULL WHERE id = ANY (ids);
END $$;

REVOKE ALL ON FUNCTION registry.intake_count_documents(bytea), registry.intake_list_documents(bytea),
  registry.intake_keep_document(bytea, uuid, bytea, bytea, timestamptz, integer, bytea), registry.intake_remove_document(bytea, uuid),
  registry.intake_stray_documents(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.intake_count_documents(bytea), registry.intake_list_documents(bytea),
  registry.intake_keep_document(bytea, uuid, bytea, bytea, timestamptz, integer, bytea), registry.intake_remove_document(bytea, uuid),
  registry.intake_stray_documents(uuid[]) TO vigilia_intake;
GRANT SELECT ON registry.documents TO vigilia_desk, vigilia_backup;
