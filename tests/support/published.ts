import type { StaffActor } from "@/lib/auth/actor";
import { draftBalance, signBalance } from "@/lib/balances/commands";
import { declareCoverage, secondCoverage } from "@/lib/balances/coverage/commands";
import { writeSite } from "@/lib/balances/site/commands";
import { oneMore, twoCoordinators } from "./coordinators";
import { at } from "./stories";

export interface Registry {
  carmen: StaffActor;
  elena: StaffActor;
  ines: StaffActor;
  vera: StaffActor;
  /** A weekly balance, drafted and signed by both coordinators. */
  publish: (cutOff: string, now: string, more?: object) => Promise<string>;
}

/** A registry that may publish: two coordinators, intake and a vetter, a declared coverage from 5 January 2026. */
export async function openedRegistry(): Promise<Registry> {
  const clock = at("2025-12-01T12:00:00Z");
  const [carmen, elena] = await twoCoordinators(clock);
  const ines = await oneMore(carmen, "ines", "intake", clock);
  const vera = await oneMore(carmen, "vera", "vetter", clock);
  await writeSite({ demonstration: false, organisation: "Prueba" });
  await secondCoverage(elena, await declareCoverage(carmen, { since: "2026-01-05" }, clock), clock);
  const publish: Registry["publish"] = async (cutOff, now, more = {}) => {
    const id = await draftBalance(carmen, { kind: "weekly", at: cutOff, ...more }, at(now));
    await signBalance(carmen, id, at(now));
    await signBalance(elena, id, at(now));
    return id;
  };
  return { carmen, elena, ines, vera, publish };
}
