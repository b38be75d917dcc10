import pino from "pino";

const FIELDS = ["code", "digest", "ms", "zone", "step", "count", "status"] as const;

/** The only things a log line may carry besides its event's name: short codes and numbers, never a message, name, path or address. */
export type LogFields = Partial<Record<(typeof FIELDS)[number], string | number>>;

const line = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** Writes one event. Whatever is not on the list, or looks like anybody's words, is left out rather than trusted. */
export function logEvent(event: string, fields: LogFields = {}): void {
  line.info(allowed(fields), word(event));
}

/** Writes that something broke: its kind and code only, since messages of databases and validators repeat what was typed. */
export function logFailure(event: string, error: unknown, fields: LogFields = {}): void {
  const { name, code, digest } = (error ?? {}) as { name?: unknown; code?: unknown; digest?: unknown };
  line.error(
    allowed({ ...fields, code: word(code ?? name), digest: word(digest ?? fields.digest) }),
    word(event),
  );
}

function allowed(fields: LogFields): LogFields {
  const kept = FIELDS.filter((field) => fields[field] !== undefined).map((field) => {
    const value = fields[field];
    return [field, typeof value === "number" ? value : word(value)];
  });
  return Object.fromEntries(kept);
}

function word(value: unknown): string {
  return typeof value === "string" && /^[A-Za-z0-9_.:;-]{1,60}$/.test(value) ? value : "";
}
