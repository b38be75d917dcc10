-- AlterEnum
ALTER TYPE "registry"."staff_role" ADD VALUE 'lawyer';
ALTER TYPE "registry"."staff_role" ADD VALUE 'administrator';
