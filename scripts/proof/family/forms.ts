/** One thing a form posts by itself, or that somebody may fill in. */
export interface Field {
  name: string;
  kind: "hidden" | "text" | "long" | "choice" | "select" | "file";
  /** What a browser would post if nobody touched it; null for what it would leave out. */
  value: string | null;
  /** What may be chosen. */
  options: string[];
  /** A number is asked for. */
  isNumber: boolean;
  /** The page says that it must be mended. */
  isWrong: boolean;
}

export interface Button {
  name: string;
  value: string;
  text: string;
  /** Drawn as the way on. */
  isMain: boolean;
}

/** A form as a browser without script would read it. */
export interface Form {
  action: string;
  fields: Field[];
  buttons: Button[];
}

const FORM = /<form\b([^>]*)>([\s\S]*?)<\/form>/g;
const CONTROL = /<(textarea|select|button)\b([^>]*)>([\s\S]*?)<\/\1>/g;
const VOID = /<input\b([^>]*)>/g;

/** Every form of a page, with what stands in it, so that whoever posts needs to know no name, number or address by heart. */
export function formsIn(html: string): Form[] {
  return [...html.matchAll(FORM)].map(([, head = "", inside = ""]) => ({
    action: attribute(head, "action") ?? "",
    fields: fieldsIn(inside),
    buttons: controlsIn(inside, "button").map(([given, text]) => ({
      name: attribute(given, "name") ?? "",
      value: attribute(given, "value") ?? "",
      text: plainText(text),
      isMain: /\bbutton\b/.test(attribute(given, "class") ?? "") && !/\bplain\b/.test(given),
    })),
  }));
}

/** What a browser would post if somebody only pressed that button. */
export function untouched({ fields }: Form, button?: Button): Map<string, string> {
  const posted = new Map<string, string>();
  for (const { name, value, kind } of fields)
    if (name !== "" && value !== null && kind !== "file") posted.set(name, value);
  if (button?.name) posted.set(button.name, button.value);
  return posted;
}

/** The words a form asks for, by name. */
export const wordFields = ({ fields }: Form): string[] =>
  fields.filter(({ kind }) => kind === "text" || kind === "long").map(({ name }) => name);

function fieldsIn(inside: string): Field[] {
  const found = new Map<string, Field>();
  for (const [, given = ""] of inside.matchAll(VOID)) {
    const type = attribute(given, "type") ?? "text";
    const name = attribute(given, "name") ?? "";
    const value = attribute(given, "value") ?? "";
    if (type === "radio" || type === "checkbox") {
      const field = found.get(name) ?? fieldOf(name, "choice", null, given);
      field.options.push(value);
      if (/\schecked\b/.test(given)) field.value = value;
      found.set(name, field);
    } else {
      const kind = type === "hidden" || type === "file" ? type : "text";
      found.set(name, fieldOf(name, kind, kind === "file" ? null : value, given));
    }
  }
  for (const [given, text] of controlsIn(inside, "textarea")) {
    const name = attribute(given, "name") ?? "";
    // A browser drops one line break after the tag, and React writes one more where the words begin with one.
    found.set(name, fieldOf(name, "long", decoded(text).replace(/^\n/, ""), given));
  }
  for (const [given, text] of controlsIn(inside, "select")) {
    const name = attribute(given, "name") ?? "";
    const options = [...text.matchAll(/<option\b([^>]*)>/g)].map(([, one = ""]) => one);
    const chosen = options.find((one) => /\sselected\b/.test(one)) ?? options[0] ?? "";
    const values = options.map((one) => attribute(one, "value") ?? "");
    found.set(name, {
      ...fieldOf(name, "select", attribute(chosen, "value") ?? "", given),
      options: values,
    });
  }
  return [...found.values()];
}

const fieldOf = (name: string, kind: Field["kind"], value: string | null, given: string): Field => ({
  ...{ name, kind, value, options: [] },
  isNumber: attribute(given, "inputMode") === "numeric",
  isWrong: attribute(given, "aria-invalid") === "true",
});

const controlsIn = (html: string, tag: string): [given: string, text: string][] =>
  [...html.matchAll(CONTROL)].flatMap(([, kind, given = "", text = ""]) =>
    kind === tag ? [[given, text] as [string, string]] : [],
  );

function attribute(given: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, "i").exec(given);
  return found ? decoded(found[1] ?? "") : null;
}

const plainText = (html: string): string =>
  decoded(html.replaceAll(/<!--[\s\S]*?-->|<[^>]*>/g, ""))
    .replaceAll(/\s+/g, " ")
    .trim();

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Words as a reader sees them. */
export const decoded = (html: string): string =>
  html.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name] ?? whole;
  });
