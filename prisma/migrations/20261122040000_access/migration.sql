-- AlterTable
ALTER TABLE "registry"."staff_sessions" ADD COLUMN     "factor_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "registry"."invitations" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "role" "registry"."staff_role" NOT NULL,
    "vault_id" UUID NOT NULL,
    "sealed_vault" BYTEA NOT NULL,
    "replaces" BOOLEAN NOT NULL,
    "invited_by" TEXT NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "seconded_by" TEXT,
    "seconded_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry"."recovery_codes" (
    "hash" BYTEA NOT NULL,
    "staff_id" UUID NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "invitations_username_idx" ON "registry"."invitations"("username");

-- CreateIndex
CREATE INDEX "recovery_codes_staff_id_idx" ON "registry"."recovery_codes"("staff_id");

-- AddForeignKey
ALTER TABLE "registry"."recovery_codes" ADD CONSTRAINT "recovery_codes_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "registry"."staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Judge ───────────────────────────────────────────────────────────────────
-- Whose keys are replaced is decided by two; an invitation is used, or revoked, once.
ALTER TABLE registry.invitations ADD CONSTRAINT invitations_two_people CHECK (seconded_by <> invited_by);
ALTER TABLE registry.invitations ADD CONSTRAINT invitations_seconded_by_somebody CHECK ((seconded_by IS NULL) = (seconded_at IS NULL));
ALTER TABLE registry.invitations ADD CONSTRAINT invitations_replacing_needs_two CHECK (NOT replaces OR used_at IS NULL OR seconded_by IS NOT NULL);
ALTER TABLE registry.invitations ADD CONSTRAINT invitations_used_in_time CHECK (used_at < expires_at AND (revoked_at IS NULL OR used_at IS NULL));
CREATE UNIQUE INDEX invitations_one_open ON registry.invitations (username) WHERE used_at IS NULL AND revoked_at IS NULL;
CREATE FUNCTION registry.guard_invitation() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF (to_jsonb(NEW) - '{seconded_by,seconded_at,used_at,revoked_at}'::text[]) <> (to_jsonb(OLD) - '{seconded_by,seconded_at,used_at,revoked_at}'::text[])
    OR (OLD.seconded_by IS NOT NULL AND NEW.seconded_by IS DISTINCT FROM OLD.seconded_by)
    OR OLD.used_at IS NOT NULL OR OLD.revoked_at IS NOT NULL THEN
    RAISE EXCEPTION 'append-only: invitations' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON registry.invitations FOR EACH ROW EXECUTE FUNCTION registry.guard_invitation();
CREATE CONSTRAINT TRIGGER traced AFTER INSERT OR UPDATE OR DELETE ON registry.invitations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();
CREATE CONSTRAINT TRIGGER traced AFTER INSERT OR UPDATE OR DELETE ON registry.recovery_codes
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registry.demand_trace();

GRANT SELECT, INSERT ON registry.invitations, registry.recovery_codes TO vigilia_desk;
GRANT UPDATE (seconded_by, seconded_at, used_at, revoked_at) ON registry.invitations TO vigilia_desk;
GRANT UPDATE (used_at), DELETE ON registry.recovery_codes TO vigilia_desk;
GRANT SELECT ON registry.invitations, registry.recovery_codes TO vigilia_backup;
