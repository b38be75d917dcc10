-- CreateTable
CREATE TABLE "registry"."night_sheets" (
    "id" UUID NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "left_out" BYTEA,

    CONSTRAINT "night_sheets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."night_rows" (
    "fact_id" UUID NOT NULL,
    "sheet_id" UUID NOT NULL,
    "refusal" TEXT,

    CONSTRAINT "night_rows_pkey" PRIMARY KEY ("fact_id")
);

-- CreateIndex
CREATE INDEX "night_rows_sheet_id_idx" ON "registry"."night_rows"("sheet_id");

-- AddForeignKey
ALTER TABLE "registry"."night_rows" ADD CONSTRAINT "night_rows_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "registry"."night_sheets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."night_rows" ADD CONSTRAINT "night_rows_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "registry"."facts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── A sheet stands as it was recorded ───────────────────────────────────────
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON registry.night_sheets FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE ON registry.night_rows FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE CONSTRAINT TRIGGER traced AFTER INSERT ON registry.night_sheets
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON registry.night_sheets FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON registry.night_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change();
-- Held and verified without a permission to be counted: few, and on no other index.
CREATE INDEX custody_uncounted ON registry.custody_intervals USING gist (during, known) WHERE held AND verified AND NOT permitted AND NOT merged;
GRANT SELECT ON registry.night_sheets, registry.night_rows TO vigilia_desk, vigilia_backup;
GRANT INSERT ON registry.night_sheets, registry.night_rows TO vigilia_desk;
GRANT UPDATE (refusal) ON registry.night_rows TO vigilia_desk;
