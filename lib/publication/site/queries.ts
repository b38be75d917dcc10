import { desk } from "@/lib/db/desk";

/** Whether everybody in this installation is invented, as its banner says; read through the desk's own door. */
export async function isDemonstration(): Promise<boolean> {
  const site = await desk().publishedSite.findUnique({
    where: { id: 1 },
    select: { demonstration: true },
  });
  return site?.demonstration ?? false;
}
