import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import WebSocket from "ws";
import { freePort } from "../../../scripts/postgres/place";

/** A node of a page as the browser itself describes it, without any script in the page. */
interface Described {
  sharedId?: string;
  value?: {
    nodeValue?: string;
    localName?: string;
    attributes?: Record<string, string>;
    children?: Described[];
  };
}

const PATIENCE = 60_000;

const PREFERENCES = {
  "javascript.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.aboutwelcome.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "app.update.enabled": false,
  "app.normandy.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.sessionstore.interval": 1000,
};

/**
 * Firefox without JavaScript, through the standard protocol of browsers and nothing else: clicks and keys as a person gives them, words
 * as they stand on the page. Its window is taller than any page, so that everything can be pressed.
 */
export class Firefox {
  private asked = 0;
  private readonly answers = new Map<number, { done(value: never): void; fail(error: Error): void }>();
  private readonly loads: (() => void)[] = [];
  private context = "";

  private constructor(
    private readonly child: ChildProcess,
    private readonly socket: WebSocket,
  ) {
    socket.on("message", (bytes) => this.hear(JSON.parse(bytes.toString())));
  }

  static async start(path: string, profile: string): Promise<Firefox> {
    mkdirSync(profile, { recursive: true });
    const lines = Object.entries(PREFERENCES).map(
      ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
    );
    writeFileSync(join(profile, "user.js"), lines.join("\n"));
    const port = await freePort();
    const child = spawn(
      path,
      ["--headless", "--no-remote", `--remote-debugging-port=${port}`, "--profile", profile, "about:blank"],
      { stdio: "ignore", env: { ...process.env, HOME: profile, MOZ_DISABLE_CONTENT_SANDBOX: "1" } },
    );
    try {
      const firefox = new Firefox(child, await reached(`ws://127.0.0.1:${port}/session`, child));
      await firefox.begin();
      return firefox;
    } catch (error) {
      child.kill("SIGKILL");
      throw error;
    }
  }

  private async begin(): Promise<void> {
    await this.ask("session.new", { capabilities: {} });
    await this.ask("session.subscribe", { events: ["browsingContext.load"] });
    const { contexts } = await this.ask<{ contexts: { context: string }[] }>("browsingContext.getTree", {});
    this.context = contexts[0]?.context ?? "";
    const viewport = { width: 360, height: 6000 };
    await this.ask("browsingContext.setViewport", { context: this.context, viewport });
  }

  async goto(url: string): Promise<void> {
    await this.ask("browsingContext.navigate", { context: this.context, url, wait: "complete" });
  }

  /** What the address bar says. */
  async url(): Promise<string> {
    const { contexts } = await this.ask<{ contexts: { url: string }[] }>("browsingContext.getTree", {
      root: this.context,
    });
    return contexts[0]?.url ?? "";
  }

  /** Waits until it is there, however many pages lie on the way. */
  async arrives(url: string): Promise<void> {
    for (
      const begun = Date.now();
      (await this.url()) !== url;
      await new Promise((later) => setTimeout(later, 100))
    )
      if (Date.now() - begun > PATIENCE) throw new Error(`never at ${url}, but at ${await this.url()}`);
  }

  /** All words of the page, as they follow each other. */
  async words(css = "body"): Promise<string> {
    const nodes = await this.nodes(css, null);
    return nodes.map(wordsOf).join(" ").replace(/\s+/g, " ");
  }

  async count(css: string): Promise<number> {
    return (await this.nodes(css, 0)).length;
  }

  /** Presses what is there once, by pointer, as a thumb would. */
  async press(css: string): Promise<void> {
    const element = await this.only(css);
    const origin = { type: "element", element: { sharedId: element.sharedId } };
    const actions = [
      { type: "pointerMove", x: 0, y: 0, origin },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ];
    const finger = { type: "pointer", id: "finger", parameters: { pointerType: "touch" }, actions };
    await this.ask("input.performActions", { context: this.context, actions: [finger] });
  }

  /** Presses something that leads to another page, and waits until that is whole. */
  async follow(css: string): Promise<void> {
    const loaded = new Promise<void>((done) => this.loads.push(done));
    await this.press(css);
    await within(PATIENCE, loaded, `nothing followed ${css}`);
  }

  async type(css: string, text: string): Promise<void> {
    await this.press(css);
    const keys = [...text].flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
    const keyboard = { type: "key", id: "keyboard", actions: keys };
    await this.ask("input.performActions", { context: this.context, actions: [keyboard] });
  }

  async back(): Promise<void> {
    const loaded = new Promise<void>((done) => this.loads.push(done));
    await this.ask("browsingContext.traverseHistory", { context: this.context, delta: -1 });
    await within(PATIENCE, loaded, "nothing is behind");
  }

  /** Closed as a person closes it, so that everything it wants to keep is on disk. */
  async close(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise<void>((done) => this.child.once("exit", () => done()));
    await this.ask("browser.close", {}).catch(() => {});
    await within(PATIENCE, gone, "Firefox did not close").catch(() => this.child.kill("SIGKILL"));
    this.socket.terminate();
  }

  private async only(css: string): Promise<Described> {
    const [first, ...others] = await this.nodes(css, 0);
    if (!first || others.length > 0)
      throw new Error(`${css}: ${others.length + (first ? 1 : 0)} of them at ${await this.url()}`);
    return first;
  }

  private async nodes(css: string, maxDomDepth: number | null): Promise<Described[]> {
    const found = await this.ask<{ nodes: Described[] }>("browsingContext.locateNodes", {
      context: this.context,
      locator: { type: "css", value: css },
      serializationOptions: { maxDomDepth },
    });
    return found.nodes;
  }

  private ask<T>(method: string, params: object): Promise<T> {
    const id = ++this.asked;
    const answer = new Promise<T>((done, fail) => this.answers.set(id, { done, fail } as never));
    this.socket.send(JSON.stringify({ id, method, params }));
    return within(PATIENCE, answer, `no answer to ${method}`);
  }

  private hear(message: {
    id?: number;
    type: string;
    result?: never;
    message?: string;
    method?: string;
  }): void {
    if (message.method === "browsingContext.load") for (const done of this.loads.splice(0)) done();
    const waiting = this.answers.get(message.id ?? -1);
    if (!waiting) return;
    this.answers.delete(message.id ?? -1);
    if (message.type === "success") waiting.done(message.result as never);
    else waiting.fail(new Error(message.message));
  }
}

const wordsOf = ({ value }: Described): string =>
  value?.nodeValue ?? (value?.children ?? []).map(wordsOf).join(value?.localName === "span" ? "" : " ");

async function reached(address: string, child: ChildProcess): Promise<WebSocket> {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (child.exitCode !== null) throw new Error(`Firefox ended with ${child.exitCode}`);
    const socket = new WebSocket(address);
    const open = await new Promise<boolean>((done) => {
      socket.once("open", () => done(true));
      socket.once("error", () => done(false));
    });
    if (open) return socket;
    await new Promise((later) => setTimeout(later, 200));
  }
  throw new Error("Firefox does not listen");
}

function within<T>(milliseconds: number, promise: Promise<T>, failure: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(failure)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
