-- AlterTable
ALTER TABLE "registry"."staff" ADD COLUMN     "heir" TEXT;

-- ── Judge ───────────────────────────────────────────────────────────────────
-- Only somebody who left has an heir, and it is somebody else.
ALTER TABLE registry.staff ADD CONSTRAINT staff_heir_of_who_left CHECK (heir IS NULL OR (disabled_at IS NOT NULL AND heir <> username));
