-- AlterTable
ALTER TABLE "registry"."permissions" ADD COLUMN     "holder_id" UUID;
