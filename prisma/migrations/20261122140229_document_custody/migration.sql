-- CreateTable
CREATE TABLE "registry"."document_marks" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "graphic" BOOLEAN NOT NULL,
    "marked_by" TEXT NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_marks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."document_acts" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "document_acts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "document_marks_document_id_idx" ON "registry"."document_marks"("document_id");

-- CreateIndex
CREATE INDEX "document_acts_document_id_idx" ON "registry"."document_acts"("document_id");

-- AddForeignKey
ALTER TABLE "registry"."document_marks" ADD CONSTRAINT "document_marks_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "registry"."documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."document_acts" ADD CONSTRAINT "document_acts_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "registry"."documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── Who held a document stands as written, and goes with it ─────────────────
CREATE TRIGGER append_only BEFORE UPDATE ON registry.document_marks FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON registry.document_acts FOR EACH ROW EXECUTE FUNCTION registry.refuse_change();
ALTER TABLE registry.document_acts ADD CONSTRAINT document_acts_sealed CHECK (length(sealed) = 297);
CREATE CONSTRAINT TRIGGER traced AFTER INSERT ON registry.document_marks
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();
GRANT SELECT ON registry.document_marks, registry.document_acts TO vigilia_desk, vigilia_backup;
GRANT INSERT ON registry.document_marks, registry.document_acts TO vigilia_desk;
