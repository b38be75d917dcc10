import type { Browser, BrowserContext } from "@playwright/test";
import { signIn } from "./access/http";
import { PAGES } from "./access/rooms";

const desk = () => process.env.E2E_DESK ?? "";
const letters: Record<string, string> = {
  ...{ carmen: "C", carlos: "C", vera: "V", victor: "V", ines: "I" },
  ...{ lucia: "L", elena: "E", abel: "A", adela: "X", andres: "X" },
};

export interface SignedIn {
  username: string;
  context: BrowserContext;
  /** Whether the page is one of theirs, by the table of who may what. */
  may(pattern: string): boolean;
}

interface Reading {
  locale: "es" | "en";
  bypassCSP?: boolean;
  width?: number;
}

/** A browser for each session, by name: in a language, at a width. */
export async function signedIn(
  browser: Browser,
  sessions: Record<string, string>,
  reading: (index: number) => Reading,
): Promise<SignedIn[]> {
  return Promise.all(
    Object.entries(sessions).map(async ([username, cookie], index) => {
      const { locale, bypassCSP = false, width = 1280 } = reading(index);
      const context = await browser.newContext({ bypassCSP, viewport: { width, height: 800 } });
      await context.addCookies([...cookiesOf(cookie), { name: "idioma", value: locale, url: desk() }]);
      const letter = letters[username] ?? username.slice(0, 1).toUpperCase();
      const may = (pattern: string) =>
        (PAGES[pattern]?.who ?? "C").includes(letter) || pattern === "/equipo/entrar";
      return { username, context, may };
    }),
  );
}

const cookiesOf = (cookie: string) =>
  cookie.split("; ").map((one) => {
    const [name = "", ...value] = one.split("=");
    return { name, value: value.join("="), url: desk() };
  });

/** Lets the next of `usernames` go on reading in this browser, with their own session; false where nobody is left. */
export async function changeOver(context: BrowserContext, usernames: string[]): Promise<boolean> {
  const next = usernames.shift();
  if (!next) return false;
  await context.addCookies(cookiesOf(await signIn(next)));
  return true;
}
