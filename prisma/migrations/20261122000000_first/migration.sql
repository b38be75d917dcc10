-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "publication";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "registry";

-- CreateEnum
CREATE TYPE "registry"."staff_role" AS ENUM ('intake', 'vetter', 'coordinator', 'editor', 'auditor');

-- CreateEnum
CREATE TYPE "registry"."balance_kind" AS ENUM ('weekly', 'partial');

-- CreateEnum
CREATE TYPE "registry"."track" AS ENUM ('custody', 'vetting', 'process', 'measure', 'remedy');

-- CreateEnum
CREATE TYPE "registry"."purpose" AS ENUM ('store', 'count', 'name', 'photo', 'partners', 'un', 'iachr', 'press', 'archive');

-- CreateEnum
CREATE TYPE "registry"."report_stage" AS ENUM ('waiting', 'in_review', 'settled', 'withdrawn');

-- CreateEnum
CREATE TYPE "registry"."naming_kind" AS ENUM ('named', 'withdrawn');

-- CreateEnum
CREATE TYPE "registry"."sex" AS ENUM ('woman', 'man', 'other', 'unknown');

-- CreateEnum
CREATE TYPE "registry"."nationality" AS ENUM ('national', 'dual', 'foreign', 'unknown');

-- CreateEnum
CREATE TYPE "registry"."civil_military" AS ENUM ('civilian', 'military_active', 'military_retired', 'unknown');

-- CreateTable
CREATE TABLE "registry"."audit_events" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" BYTEA,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "registry"."staff" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "role" "registry"."staff_role" NOT NULL,
    "kdf_salt" BYTEA NOT NULL,
    "public_key" BYTEA NOT NULL,
    "wrapped_private_key" BYTEA NOT NULL,
    "signing_public_key" BYTEA NOT NULL,
    "wrapped_signing_key" BYTEA NOT NULL,
    "wrapped_totp" BYTEA NOT NULL,
    "totp_step" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."staff_sessions" (
    "id_hash" BYTEA NOT NULL,
    "staff_id" UUID NOT NULL,
    "sealed_keys" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_sessions_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "registry"."sign_in_tries" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" BIGINT,

    CONSTRAINT "sign_in_tries_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "registry"."coverages" (
    "id" UUID NOT NULL,
    "since" TEXT NOT NULL,
    "until" TEXT,
    "declared_by" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "seconded_by" TEXT,
    "seconded_at" TIMESTAMPTZ(3),

    CONSTRAINT "coverages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."balance_drafts" (
    "id" UUID NOT NULL,
    "kind" "registry"."balance_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "known" TIMESTAMPTZ(3) NOT NULL,
    "method" TEXT NOT NULL,
    "exact" JSONB NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "drafted_by" TEXT NOT NULL,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL,
    "discarded_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "corrects_id" UUID,

    CONSTRAINT "balance_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."balance_signatures" (
    "balance_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "public_key" BYTEA NOT NULL,
    "signature" BYTEA NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "balance_signatures_pkey" PRIMARY KEY ("balance_id","staff_id")
);

-- CreateTable
CREATE TABLE "registry"."disclosure_offsets" (
    "cell" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "disclosure_offsets_pkey" PRIMARY KEY ("cell")
);

-- CreateTable
CREATE TABLE "registry"."cases" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "dossier" BYTEA,
    "source" TEXT,
    "source_key" TEXT,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."facts" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "track" "registry"."track" NOT NULL,
    "state" TEXT NOT NULL,
    "episode" INTEGER,
    "position" DOUBLE PRECISION NOT NULL,
    "earliest" TIMESTAMPTZ(3),
    "earliest_by_day" BOOLEAN NOT NULL,
    "latest" TIMESTAMPTZ(3),
    "latest_by_day" BOOLEAN NOT NULL,
    "known_from" TIMESTAMPTZ(3),
    "known_to" TIMESTAMPTZ(3),
    "entity" TEXT,
    "facility" TEXT,
    "whereabouts" TEXT,
    "forces" TEXT[],
    "uncoded" TEXT[],
    "jurisdiction" TEXT,
    "basis" TEXT,
    "end_earliest" TIMESTAMPTZ(3),
    "end_earliest_by_day" BOOLEAN NOT NULL,
    "end_latest" TIMESTAMPTZ(3),
    "end_latest_by_day" BOOLEAN NOT NULL,
    "authority" TEXT,
    "result" TEXT,
    "note" BYTEA,
    "supersedes_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "confirmed_by" TEXT,

    CONSTRAINT "facts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."fact_sources" (
    "id" UUID NOT NULL,
    "fact_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "evidence_id" UUID,

    CONSTRAINT "fact_sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."kin_notices" (
    "case_id" UUID NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kin_notices_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "registry"."claims" (
    "id" TEXT NOT NULL,
    "stated_on" TEXT,
    "stated_at_local" TEXT,
    "as_of" TEXT,
    "claimant" TEXT NOT NULL,
    "claimant_kind" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "period_start" TEXT,
    "period_end" TEXT,
    "value" INTEGER,
    "qualifier" TEXT NOT NULL,
    "population" TEXT NOT NULL,
    "parts" JSONB NOT NULL,
    "source_title" TEXT NOT NULL,
    "source_outlet" TEXT NOT NULL,
    "source_url" TEXT NOT NULL,
    "source_published_on" TEXT,
    "quote" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "release_scope" TEXT,
    "start_precision" TEXT,
    "end_precision" TEXT,
    "names_published" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "house_arrest_counted" TEXT NOT NULL,
    "conflicts" TEXT[],
    "flags" TEXT[],
    "fingerprint" BYTEA NOT NULL,
    "imported_by" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."claim_relations" (
    "claim_id" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,

    CONSTRAINT "claim_relations_pkey" PRIMARY KEY ("claim_id","relation","target_id")
);

-- CreateTable
CREATE TABLE "registry"."permissions" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "purpose" "registry"."purpose" NOT NULL,
    "granted" BOOLEAN NOT NULL,
    "given_by" TEXT NOT NULL,
    "standing" BOOLEAN NOT NULL,
    "text_version" TEXT,
    "known_from" TIMESTAMPTZ(3) NOT NULL,
    "known_to" TIMESTAMPTZ(3),
    "recorded_by" TEXT NOT NULL,

    CONSTRAINT "permissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."evidence" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "lead" BOOLEAN NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by" TEXT NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."import_batches" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "history" TEXT NOT NULL,
    "lines" INTEGER NOT NULL,
    "imported_by" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."import_lines" (
    "batch_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "import_lines_pkey" PRIMARY KEY ("batch_id","line")
);

-- CreateTable
CREATE TABLE "registry"."drafts" (
    "lookup" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("lookup")
);

-- CreateTable
CREATE TABLE "registry"."reports" (
    "id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "channel" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "stage" "registry"."report_stage" NOT NULL,
    "assigned_to" TEXT,

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."receipts" (
    "lookup" BYTEA NOT NULL,
    "report_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,

    CONSTRAINT "receipts_pkey" PRIMARY KEY ("lookup")
);

-- CreateTable
CREATE TABLE "registry"."threads" (
    "id" UUID NOT NULL,
    "public_key" BYTEA NOT NULL,

    CONSTRAINT "threads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."messages" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "from_family" BOOLEAN NOT NULL,
    "kind" TEXT NOT NULL,
    "sealed_to_thread" BYTEA NOT NULL,
    "sealed_to_vault" BYTEA NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."naming_acts" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" "registry"."naming_kind" NOT NULL,
    "handle" BYTEA,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "naming_acts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."people" (
    "id" UUID NOT NULL,
    "wrapped_key" BYTEA,
    "identity" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."traits" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "known_from" TIMESTAMPTZ(3),
    "sex" "registry"."sex" NOT NULL,
    "birth_date" DATE,
    "birth_year" INTEGER,
    "age_min" INTEGER,
    "age_max" INTEGER,
    "nationality" "registry"."nationality" NOT NULL,
    "civil_military" "registry"."civil_military" NOT NULL,
    "sectors" TEXT[],
    "recorded_by" TEXT NOT NULL,
    "confirmed_by" TEXT,

    CONSTRAINT "traits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication"."balances" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "known" TIMESTAMPTZ(3) NOT NULL,
    "method" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "signatures" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "corrects_id" UUID,

    CONSTRAINT "balances_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication"."named_cases" (
    "reference" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "entity" TEXT,
    "sex" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "named_cases_pkey" PRIMARY KEY ("reference")
);

-- CreateTable
CREATE TABLE "publication"."claims" (
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "claimant" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "on_date" TEXT,
    "content" JSONB NOT NULL,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication"."site" (
    "id" INTEGER NOT NULL,
    "demonstration" BOOLEAN NOT NULL,
    "organisation" TEXT NOT NULL,
    "coverage_since" TEXT,
    "coverage_until" TEXT,
    "gate" INTEGER NOT NULL,
    "next_balance" TIMESTAMPTZ(3),

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."custody_intervals" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "episode" INTEGER NOT NULL,
    "known" tstzrange NOT NULL,
    "during" tstzrange NOT NULL,
    "state" TEXT NOT NULL,
    "held" BOOLEAN NOT NULL,
    "counted" BOOLEAN NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "permitted" BOOLEAN NOT NULL,
    "house_arrest" BOOLEAN NOT NULL,
    "release_ordered" BOOLEAN NOT NULL,
    "whereabouts_unknown" BOOLEAN NOT NULL,
    "whereabouts" TEXT NOT NULL,
    "sentence_served" BOOLEAN NOT NULL,
    "amnestied" BOOLEAN NOT NULL,
    "convicted" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "civil_military" TEXT NOT NULL,
    "age_group" TEXT NOT NULL,
    "nationality" TEXT NOT NULL,
    "state_of_detention" TEXT NOT NULL,
    "state_held" TEXT NOT NULL,
    "facility" TEXT,
    "sectors" TEXT[],
    "restricted" BOOLEAN NOT NULL,
    "merged" BOOLEAN NOT NULL,

    CONSTRAINT "custody_intervals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."stays" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "episode" INTEGER NOT NULL,
    "known" tstzrange NOT NULL,
    "entry" TIMESTAMPTZ(3),
    "exit" TIMESTAMPTZ(3),
    "exit_state" TEXT,
    "short" BOOLEAN NOT NULL,
    "first" BOOLEAN NOT NULL,
    "joined" BOOLEAN NOT NULL,
    "counted" BOOLEAN NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "permitted" BOOLEAN NOT NULL,
    "merged" BOOLEAN NOT NULL,

    CONSTRAINT "stays_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."pending_intervals" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "known" tstzrange NOT NULL,

    CONSTRAINT "pending_intervals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."vault_keys" (
    "id" UUID NOT NULL,
    "public_key" BYTEA NOT NULL,
    "recovery" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "vault_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."vault_wraps" (
    "id" UUID NOT NULL,
    "vault_id" UUID NOT NULL,
    "staff_id" UUID,
    "wrapped" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vault_wraps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."decisions" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "episode" INTEGER,
    "method_version" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "identity_established" BOOLEAN NOT NULL,
    "deprivation" BOOLEAN NOT NULL,
    "agent" TEXT NOT NULL,
    "exclusion" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "wgad" TEXT[],
    "foro_penal" TEXT[],
    "sealed" BYTEA NOT NULL,
    "next_review_at" TIMESTAMPTZ(3),
    "authored_by" TEXT NOT NULL,
    "authored_at" TIMESTAMPTZ(3) NOT NULL,
    "fact_id" UUID,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."findings" (
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "evidence_ids" UUID[],
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "findings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."decision_reviews" (
    "decision_id" UUID NOT NULL,
    "agreed" BOOLEAN NOT NULL,
    "sealed" BYTEA NOT NULL,
    "reviewed_by" TEXT NOT NULL,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_reviews_pkey" PRIMARY KEY ("decision_id")
);

-- CreateTable
CREATE TABLE "registry"."terms" (
    "list" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "label_es" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "aliases" TEXT[],
    "entity" TEXT,
    "kind" TEXT,
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL,

    CONSTRAINT "terms_pkey" PRIMARY KEY ("list","code")
);

-- CreateIndex
CREATE UNIQUE INDEX "staff_username_key" ON "registry"."staff"("username");

-- CreateIndex
CREATE INDEX "staff_sessions_staff_id_idx" ON "registry"."staff_sessions"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "cases_person_id_key" ON "registry"."cases"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "cases_reference_key" ON "registry"."cases"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "cases_source_source_key_key" ON "registry"."cases"("source", "source_key");

-- CreateIndex
CREATE INDEX "facts_case_id_idx" ON "registry"."facts"("case_id");

-- CreateIndex
CREATE INDEX "facts_supersedes_id_idx" ON "registry"."facts"("supersedes_id");

-- CreateIndex
CREATE INDEX "facts_track_state_known_from_idx" ON "registry"."facts"("track", "state", "known_from");

-- CreateIndex
CREATE INDEX "fact_sources_fact_id_idx" ON "registry"."fact_sources"("fact_id");

-- CreateIndex
CREATE INDEX "permissions_case_id_idx" ON "registry"."permissions"("case_id");

-- CreateIndex
CREATE INDEX "evidence_case_id_idx" ON "registry"."evidence"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_batches_source_sha256_key" ON "registry"."import_batches"("source", "sha256");

-- CreateIndex
CREATE INDEX "reports_stage_received_at_idx" ON "registry"."reports"("stage", "received_at");

-- CreateIndex
CREATE INDEX "messages_thread_id_sent_at_idx" ON "registry"."messages"("thread_id", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "naming_acts_handle_key" ON "registry"."naming_acts"("handle");

-- CreateIndex
CREATE INDEX "naming_acts_case_id_idx" ON "registry"."naming_acts"("case_id");

-- CreateIndex
CREATE INDEX "traits_person_id_idx" ON "registry"."traits"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "balances_slug_key" ON "publication"."balances"("slug");

-- CreateIndex
CREATE INDEX "balances_published_at_idx" ON "publication"."balances"("published_at");

-- CreateIndex
CREATE INDEX "named_cases_sort_key_reference_idx" ON "publication"."named_cases"("sort_key", "reference");

-- CreateIndex
CREATE INDEX "claims_position_idx" ON "publication"."claims"("position");

-- CreateIndex
CREATE UNIQUE INDEX "vault_wraps_vault_id_staff_id_key" ON "registry"."vault_wraps"("vault_id", "staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "decisions_fact_id_key" ON "registry"."decisions"("fact_id");

-- CreateIndex
CREATE INDEX "decisions_case_id_idx" ON "registry"."decisions"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "findings_decision_id_criterion_key" ON "registry"."findings"("decision_id", "criterion");

-- AddForeignKey
ALTER TABLE "registry"."staff_sessions" ADD CONSTRAINT "staff_sessions_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "registry"."staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."balance_signatures" ADD CONSTRAINT "balance_signatures_balance_id_fkey" FOREIGN KEY ("balance_id") REFERENCES "registry"."balance_drafts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."cases" ADD CONSTRAINT "cases_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "registry"."people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."facts" ADD CONSTRAINT "facts_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "registry"."cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."facts" ADD CONSTRAINT "facts_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "registry"."facts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."fact_sources" ADD CONSTRAINT "fact_sources_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "registry"."facts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."claim_relations" ADD CONSTRAINT "claim_relations_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "registry"."claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."permissions" ADD CONSTRAINT "permissions_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "registry"."cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."evidence" ADD CONSTRAINT "evidence_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "registry"."cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."import_lines" ADD CONSTRAINT "import_lines_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "registry"."import_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."receipts" ADD CONSTRAINT "receipts_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "registry"."reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."receipts" ADD CONSTRAINT "receipts_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "registry"."threads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."messages" ADD CONSTRAINT "messages_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "registry"."threads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."traits" ADD CONSTRAINT "traits_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "registry"."people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."vault_wraps" ADD CONSTRAINT "vault_wraps_vault_id_fkey" FOREIGN KEY ("vault_id") REFERENCES "registry"."vault_keys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."vault_wraps" ADD CONSTRAINT "vault_wraps_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "registry"."staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."decisions" ADD CONSTRAINT "decisions_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "registry"."cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."findings" ADD CONSTRAINT "findings_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "registry"."decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry"."decision_reviews" ADD CONSTRAINT "decision_reviews_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "registry"."decisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
