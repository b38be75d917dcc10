import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const PATIENCE = 40_000;

/**
 * w3m at a terminal, driven by its keys: a browser of words, in which whatever is not a link, a field or a button does not exist. A page
 * is read by letting w3m save it as it shows it.
 */
export class W3m {
  private saved = 0;

  private constructor(
    private readonly child: ChildProcess,
    private readonly home: string,
  ) {}

  static start(url: string, home: string, options: string[] = []): W3m {
    mkdirSync(home, { recursive: true });
    const line = ["w3m", "-no-mouse", ...options, url].map((word) => `'${word}'`).join(" ");
    const child = spawn("script", ["-qfec", `stty cols 100 rows 60; ${line}`, "/dev/null"], {
      stdio: ["pipe", "ignore", "ignore"],
      env: { ...process.env, HOME: home, TERM: "xterm", LANG: "C.UTF-8", LC_ALL: "C.UTF-8" },
    });
    return new W3m(child, home);
  }

  /** The page as it stands on the screen, all of it. */
  async page(): Promise<string> {
    const file = join(this.home, `page-${++this.saved}`);
    this.keys(`S${file}\r`);
    const begun = Date.now();
    while (!(existsSync(file) && readFileSync(file, "utf8").endsWith("\n"))) {
      if (this.child.exitCode !== null) throw new Error(`w3m ended with ${this.child.exitCode}`);
      if (Date.now() - begun > PATIENCE) throw new Error("w3m does not save its page");
      await new Promise((later) => setTimeout(later, 50));
    }
    const words = readFileSync(file, "utf8").replace(/\s+/g, " ");
    rmSync(file);
    return words;
  }

  /** Goes to some words from the top of the page and presses what stands there, or the next or the last thing before it. */
  press(words: string, where: "here" | "next" | "before" = "here"): void {
    this.keys(`g/${words}\r${{ here: "", next: "\t", before: "\u001b\t" }[where]}\r`);
  }

  /** Fills in the first box behind some words. */
  fill(words: string, text: string): void {
    this.press(words, "next");
    this.keys(`${text}\r`);
  }

  /** Goes to an address that is typed. */
  open(url: string): void {
    this.keys(`U\u0015${url}\r`);
  }

  quit(): Promise<void> {
    const gone = new Promise<void>((done) => this.child.once("exit", () => done()));
    this.keys("Q");
    setTimeout(() => this.child.kill("SIGKILL"), 3000).unref();
    return gone;
  }

  private keys(keys: string): void {
    this.child.stdin?.write(keys);
  }
}
