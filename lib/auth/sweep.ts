import { wallClock } from "@/lib/core/clock";
import { logFailure } from "@/lib/core/log";
import { deleteSpentSessions } from "./sessions";

const EVERY = 60_000;

/**
 * Deletes spent session rows every minute for as long as the process lives, and says when nobody is left. A pause of the database is
 * tried again.
 */
export function sweepSessions(nobodyLeft: () => void): void {
  const sweep = () =>
    deleteSpentSessions(wallClock).then(
      (left) => {
        if (left === 0) nobodyLeft();
      },
      (error) => logFailure("sessions_not_swept", error, { zone: "desk" }),
    );
  setInterval(sweep, EVERY).unref();
}
