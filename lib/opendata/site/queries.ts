import { open } from "@/lib/db/open";
import { type Site, site } from "./schema";

/** The installation as its public pages present it; null before its first start wrote the row. */
export async function findSite(): Promise<Site | null> {
  const row = await open().publishedSite.findUnique({
    where: { id: 1 },
    select: {
      demonstration: true,
      organisation: true,
      coverageSince: true,
      coverageUntil: true,
      gate: true,
      nextBalance: true,
    },
  });
  if (!row) return null;
  const { coverageSince, coverageUntil, ...rest } = row;
  return site.parse({
    ...rest,
    coverage: coverageSince ? { since: coverageSince, until: coverageUntil } : null,
  });
}
