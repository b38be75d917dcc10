-- AlterTable
ALTER TABLE "registry"."cases" ADD COLUMN     "source_mark" BYTEA;
