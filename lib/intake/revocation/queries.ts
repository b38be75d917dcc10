import { intake } from "@/lib/db/intake";

/** Whether a code has a safe word, for whoever it just let in. Never which. */
export async function hasWord({ lookup }: { lookup: Uint8Array }): Promise<boolean> {
  const [row] = await intake().$queryRaw<
    { has: boolean }[]
  >`SELECT registry.intake_has_word(${lookup}) AS has`;
  return row?.has === true;
}
