import { desk } from "@/lib/db/desk";
import { findCoverage } from "../coverage/queries";
import { type SiteInput, siteInput } from "../schema";

/** Writes what every public page says of the installation. Coverage is not its to decide: it comes from `secondCoverage`. */
export async function writeSite(input: SiteInput): Promise<void> {
  const { nextBalance, ...site } = siteInput.parse(input);
  await desk().$transaction(async (tx) => {
    const coverage = await findCoverage(tx);
    const row = { ...site, coverageSince: coverage?.since ?? null, coverageUntil: coverage?.until ?? null };
    const when = nextBalance === undefined ? {} : { nextBalance };
    await tx.publishedSite.upsert({
      where: { id: 1 },
      create: { id: 1, ...row, ...when },
      update: { ...row, ...when },
      select: { id: true },
    });
  });
}
