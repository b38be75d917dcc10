import { describe, expect, it } from "vitest";
import { desk } from "@/lib/db/desk";
import { asOwner, asRole } from "../support/owner";

describe("a database of one's own", () => {
  it("is a migrated copy that each role reaches as itself, never as superuser", async () => {
    for (const role of ["DESK", "INTAKE", "PUBLIC", "WORKER", "BACKUP", "OWNER"] as const) {
      const [row] = await asRole<{ name: string; super: string }>(
        role,
        "SELECT current_user AS name, current_setting('is_superuser') AS super",
      );
      expect(row).toEqual({ name: `vigilia_${role.toLowerCase()}`, super: "off" });
    }
    const applied = await asOwner("SELECT 1 FROM public._prisma_migrations WHERE finished_at IS NOT NULL");
    expect(applied.length).toBeGreaterThan(0);
  });

  it("opens the desk's door through the environment", async () => {
    expect(await desk().$queryRaw`SELECT current_user::text AS name`).toEqual([{ name: "vigilia_desk" }]);
  });

  it("limits every role, forbids temporary tables, and runs in UTC whatever the zone of the machine", async () => {
    for (const role of ["DESK", "INTAKE", "PUBLIC"] as const) {
      await expect(asRole(role, "CREATE TEMP TABLE t (a int)")).rejects.toThrow(/permission denied/);
      await expect(asRole(role, "CREATE TABLE public.t (a int)")).rejects.toThrow(/permission denied/);
      const [row] = await asRole<{ limit: string; zone: string }>(
        role,
        "SELECT current_setting('statement_timeout') AS limit, current_setting('timezone') AS zone",
      );
      expect(row?.limit).not.toBe("0");
      expect(row?.zone).toBe("UTC");
    }
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(-345);
  });
});
