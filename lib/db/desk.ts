import { type Client, connect } from "./connect";

/** The desk's door: role `vigilia_desk`, given to the desk process and to operators' commands, never to the open process. */
export const desk = (): Client => connect("DESK_DATABASE_URL");
