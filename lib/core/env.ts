/** Which of the two processes this is; `null` while building, in tests and on the command line. */
export type Surface = "open" | "desk" | null;

/** The trust zone this process was started for. Everything it may not hold is simply absent from its environment. */
export function surface(): Surface {
  const value = process.env.VIGILIA_SURFACE;
  return value === "open" || value === "desk" ? value : null;
}

const SECRETS = ["AUTH_SECRET", "INTAKE_PEPPER", "FLOW_KEY"] as const;
export type SecretVariable = (typeof SECRETS)[number];

/** A secret given to this process. Throws, rather than going on with a weak one, where it is absent or short. */
export function secret(name: SecretVariable): string {
  const value = process.env[name];
  if (!value || value.length < 32) throw new Error(`${name} is not set (or shorter than 32 characters)`);
  return value;
}

/** The public address of a surface, without a slash at its end, or `null` where the operator gave none. */
export function origin(of: "PUBLIC" | "FAMILY" | "DESK"): string | null {
  const value = process.env[`${of}_ORIGIN`];
  return value ? value.replace(/\/+$/, "") : null;
}

/** The address of a surface on the Tor network, without a slash at its end, or `null` where there is none. */
export function onion(of: "PUBLIC" | "FAMILY"): string | null {
  const value = process.env[`${of}_ONION`];
  return value ? value.replace(/\/+$/, "") : null;
}

/** How many processes answer at this address beside this one and with it. */
export function workersHere(): number {
  const told = Number(process.env.VIGILIA_WORKER_OF);
  return Number.isInteger(told) && told > 0 ? told : 1;
}

/** Somebody a family can ring today, and the number as it is dialled: digits, with a plus in front or not. */
export interface Helpline {
  name: string;
  number: string;
  dialled: string;
}

const HELPLINE = /^([^:;<>]{2,60}):\s*(\+?[\d ().-]{3,24})$/;

/**
 * The organisations of `VIGILIA_HELPLINES` (`Name: number; Name: number`), in the operator's order; none where nothing is set. Throws
 * for an entry that has no name or no number: somebody in danger would ring nobody.
 */
export function helplines(): Helpline[] {
  const entries = (process.env.VIGILIA_HELPLINES ?? "").split(";").map((entry) => entry.trim());
  return entries.filter(Boolean).map((entry) => {
    const [, name = "", number = ""] = HELPLINE.exec(entry) ?? [];
    const dialled = number.replace(/[^\d+]/g, "");
    if (dialled.length < 3) throw new Error(`VIGILIA_HELPLINES: "${entry}" is not "Name: number"`);
    return { name: name.trim(), number: number.trim(), dialled };
  });
}

const CONTACT = /^(mailto:[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+|https:\/\/[^\s<>]+|tel:\+?[\d-]{3,24})$/;

/**
 * Where newsrooms (`VIGILIA_PRESS_CONTACT`) or whoever found a hole (`VIGILIA_SECURITY_CONTACT`) can write, as addresses divided by
 * `;`; none where nothing is set. Throws for what is no mailto:, https: or tel: address: the page would send people nowhere.
 */
export function contacts(of: "PRESS" | "SECURITY"): string[] {
  const name = `VIGILIA_${of}_CONTACT`;
  const entries = (process.env[name] ?? "").split(";").map((entry) => entry.trim());
  return entries.filter(Boolean).map((entry) => {
    if (!CONTACT.test(entry)) throw new Error(`${name}: "${entry}" is no mailto:, https: or tel: address`);
    return entry;
  });
}
