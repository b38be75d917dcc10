-- CreateTable
CREATE TABLE "registry"."news" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" TEXT,

    CONSTRAINT "news_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "news_report_id_received_at_idx" ON "registry"."news"("report_id", "received_at");

-- AddForeignKey
ALTER TABLE "registry"."news" ADD CONSTRAINT "news_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "registry"."reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What a family tells later is kept as received ───────────────────────────
CREATE INDEX news_open ON registry.news (urgent DESC, received_at, id) WHERE settled_at IS NULL;
ALTER TABLE registry.news ADD CONSTRAINT news_settled_by_somebody CHECK ((settled_at IS NULL) = (settled_by IS NULL));

CREATE FUNCTION registry.guard_news() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.settled_at IS NOT NULL OR (to_jsonb(NEW) - 'settled_at' - 'settled_by') <> (to_jsonb(OLD) - 'settled_at' - 'settled_by') THEN
    RAISE EXCEPTION 'append-only: news stand as received' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON registry.news FOR EACH ROW EXECUTE FUNCTION registry.guard_news();
CREATE CONSTRAINT TRIGGER traced AFTER INSERT OR UPDATE OR DELETE ON registry.news
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();

-- The words of an erased report go, and these with them.
CREATE FUNCTION registry.erase_news() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  DELETE FROM registry.news WHERE report_id = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION registry.erase_news() FROM PUBLIC;
CREATE TRIGGER erase_news AFTER UPDATE OF stage ON registry.reports
  FOR EACH ROW WHEN (NEW.stage = 'withdrawn') EXECUTE FUNCTION registry.erase_news();

-- 'kept', 'full' or 'unknown'. Posted twice it is one; what cannot wait has room where the rest has none left. The conversation bears a
-- mark that something came and when, and of what it says nothing.
CREATE FUNCTION registry.intake_post_news(code_lookup bytea, item uuid, sealed_news bytea, is_urgent boolean, message uuid, to_thread bytea,
  to_vault bytea, moment timestamptz, about bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE conversation uuid; of_report uuid; lately bigint;
BEGIN
  SELECT r.thread_id, r.report_id INTO conversation, of_report FROM registry.receipts r JOIN registry.threads h ON h.id = r.thread_id
    WHERE r.lookup = code_lookup FOR UPDATE OF h;
  IF conversation IS NULL THEN RETURN 'unknown'; END IF;
  IF EXISTS (SELECT FROM registry.news n WHERE n.id = item) THEN RETURN 'kept'; END IF;
  SELECT count(*) INTO lately FROM registry.news n WHERE n.report_id = of_report AND n.received_at > moment - interval '1 day';
  IF lately >= (CASE WHEN is_urgent THEN 20 ELSE 10 END) THEN RETURN 'full'; END IF;
  INSERT INTO registry.news (id, report_id, sealed, received_at, urgent)
    VALUES (item, of_report, sealed_news, date_trunc('minute', moment), is_urgent);
  INSERT INTO registry.messages (id, thread_id, from_family, kind, sealed_to_thread, sealed_to_vault, sent_at)
    VALUES (message, conversation, true, 'word', to_thread, to_vault, greatest(date_trunc('minute', moment),
      (SELECT max(m.sent_at) + interval '1 millisecond' FROM registry.messages m WHERE m.thread_id = conversation)));
  PERFORM registry.append_audit(moment, 'family', 'news.received', about);
  RETURN 'kept';
END $$;

REVOKE ALL ON FUNCTION registry.intake_post_news(bytea, uuid, bytea, boolean, uuid, bytea, bytea, timestamptz, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.intake_post_news(bytea, uuid, bytea, boolean, uuid, bytea, bytea, timestamptz, bytea) TO vigilia_intake;
GRANT SELECT ON registry.news TO vigilia_desk, vigilia_backup;
GRANT UPDATE (settled_at, settled_by) ON registry.news TO vigilia_desk;
