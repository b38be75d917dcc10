/** How long an answer may be shown after it was drawn: here and in every cache in front of this, together. */
export const SHOWN_S = 30;

/** How long a cache in front may go on showing an old one while it fetches a newer, and while nobody answers it. Never names. */
const MEANWHILE = "stale-while-revalidate=20, stale-if-error=600";

const KEPT_S = 20;
const MOST_BYTES = 32 * 2 ** 20;
const NAMES = /^\/((en\/)?(casos|cases)|api\/v1\/cases)([/.?]|$)/;
const NEVER = /^\/(tramite|en\/procedure|_next(?!\/static\/)|equipo|healthz|readyz)([/?]|$)/;

/** How long an answer is kept here: `VIGILIA_KEEP_SECONDS`, 0 for not at all, never longer than promised. */
export function keptSeconds() {
  const told = process.env.VIGILIA_KEEP_SECONDS ?? "";
  return /^\d+$/.test(told) ? Math.min(Number(told), SHOWN_S) : KEPT_S;
}

/** How long a cache in front may keep it, when it has been kept here for `age` seconds: both together never longer than promised. */
export function sharedFor(url, age) {
  const left = `public, max-age=0, s-maxage=${Math.max(1, Math.floor(SHOWN_S - age))}`;
  return NAMES.test(url) ? left : `${left}, ${MEANWHILE}`;
}

/** Under what an answer may be kept: a plain public GET or HEAD of one host; `null` for everything else, families' pages above all. */
export function keyOf(request, coding) {
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  if (request.headers.cookie || request.headers.authorization || request.headers.range) return null;
  if (NEVER.test(request.url)) return null;
  return `${coding ?? "-"} ${request.headers.host ?? ""} ${request.url}`;
}

/**
 * Keeps what was drawn, for so many seconds, within a bound of memory, and draws what many ask for at once a single time. What is too
 * old is forgotten, not only left out: a name taken down does not stay in memory.
 */
export function keeper(seconds, now = () => performance.now() / 1000) {
  const kept = new Map();
  const drawing = new Map();
  let bytes = 0;

  const forget = (key) => {
    bytes -= kept.get(key)?.body.length ?? 0;
    kept.delete(key);
  };
  const sweep = () => {
    for (const [key, { since }] of kept) if (now() - since >= seconds) forget(key);
  };
  if (seconds > 0) setInterval(sweep, 5_000).unref();

  return {
    /** What is kept under a key and since how many seconds; while somebody draws it, waits for them first. */
    async find(key) {
      if (seconds === 0) return null;
      const one = kept.get(key);
      const age = one ? now() - one.since : 0;
      if (one && age < seconds) return { ...one, age };
      const drawn = drawing.get(key);
      if (!drawn) return null;
      await drawn;
      const newer = kept.get(key);
      return newer ? { ...newer, age: Math.max(0, now() - newer.since) } : null;
    },
    /** Says that this key is being drawn; the answer is called when it is, or cannot be. */
    begin(key) {
      if (seconds === 0 || drawing.has(key)) return () => {};
      let over = () => {};
      drawing.set(key, new Promise((done) => (over = done)));
      return () => {
        drawing.delete(key);
        over();
      };
    },
    /** Its moment is when its drawing began: what changed meanwhile is not in it. */
    put(key, answer, since) {
      if (seconds === 0 || now() - since >= seconds) return;
      forget(key);
      kept.set(key, { ...answer, since });
      bytes += answer.body.length;
      for (const oldest of kept.keys()) {
        if (bytes <= MOST_BYTES) break;
        forget(oldest);
      }
    },
    now,
  };
}
