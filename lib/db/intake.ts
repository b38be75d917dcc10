import { type Client, connect } from "./connect";

/** The family's door: role `vigilia_intake`, which can call the `registry.intake_*` functions and read no table at all. */
export const intake = (): Pick<Client, "$queryRaw"> => connect("INTAKE_DATABASE_URL");
