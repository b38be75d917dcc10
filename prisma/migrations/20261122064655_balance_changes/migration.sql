-- AlterTable
ALTER TABLE "registry"."balance_drafts" ADD COLUMN     "blur_why" BYTEA;

-- CreateTable
CREATE TABLE "registry"."balance_changes" (
    "draft_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "term" TEXT NOT NULL,
    "sign" INTEGER NOT NULL,
    "case_id" UUID,
    "episode" INTEGER,
    "moment" TIMESTAMPTZ(3),
    "before" TEXT,
    "after" TEXT,
    "aspects" TEXT[],

    CONSTRAINT "balance_changes_pkey" PRIMARY KEY ("draft_id","position")
);

-- AddForeignKey
ALTER TABLE "registry"."balance_changes" ADD CONSTRAINT "balance_changes_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "registry"."balance_drafts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What a draft explained stands with it ───────────────────────────────────
ALTER TABLE registry.balance_changes
  ADD CONSTRAINT balance_changes_term CHECK (term IN ('newDetentions', 'redetentions', 'releases', 'deaths', 'leftWithoutRelease',
    'lateRegistrations', 'lateExits', 'removals', 'merges', 'corrections', 'restated')),
  ADD CONSTRAINT balance_changes_sign CHECK (CASE WHEN term = 'restated' THEN sign = 0 WHEN case_id IS NULL THEN sign <> 0
    ELSE sign IN (-1, 1) END AND (case_id IS NOT NULL OR term <> 'restated'));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON registry.balance_changes FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON registry.balance_changes FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();
-- Its lines come with a draft, in the same transaction: never later, when somebody may have signed.
CREATE FUNCTION registry.guard_balance_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM changed LEFT JOIN registry.balance_drafts d ON d.id = changed.draft_id
             WHERE d.xmin IS DISTINCT FROM pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'the changes of a balance in preparation are written with it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER guard AFTER INSERT ON registry.balance_changes REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION registry.guard_balance_change();
CREATE CONSTRAINT TRIGGER traced AFTER INSERT ON registry.balance_changes DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.position = 1) EXECUTE FUNCTION registry.demand_trace();
GRANT SELECT ON registry.balance_changes TO vigilia_desk, vigilia_backup;
GRANT INSERT ON registry.balance_changes TO vigilia_desk;
-- What waits for its second person: few rows, asked before every balance.
CREATE INDEX facts_waiting_for_second ON registry.facts (track) WHERE known_from IS NULL AND known_to IS NULL;
