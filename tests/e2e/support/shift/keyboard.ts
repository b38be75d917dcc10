import type { Frame, Page, Response } from "@playwright/test";
import { TOTP } from "otpauth";
import { stepsTo } from "./stops";

const SIGN = "Control+Enter";
const FACTOR = "form [name=stepUp]";

/**
 * Somebody at the desk with a keyboard and nothing else: every way to a box, a button or a page is keys pressed, and each is
 * counted. What stands on the page is read, as a person's eyes would, and never touched.
 */
export class Keyboard {
  pressed = 0;

  constructor(
    readonly page: Page,
    readonly username: string,
    /** Of their authenticator: some acts ask for a new number. */
    private readonly totpSecret: string,
  ) {}

  async press(key: string): Promise<void> {
    this.pressed += 1;
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    this.pressed += text.length;
    await this.page.keyboard.type(text);
  }

  /** Until the page answers to keys: somebody at a screen presses none while it is still coming. */
  async listens(): Promise<void> {
    await this.page.waitForFunction(() => {
      const keys = document.querySelector("dialog.keys");
      return keys !== null && Object.keys(keys).some((one) => one.startsWith("__react"));
    });
  }

  /** Presses a letter of the page, once, and waits until what was meant has happened. */
  async hit(key: string, happened: () => Promise<boolean>): Promise<void> {
    await this.listens();
    if (key !== "Enter") await this.leaveBox();
    for (const one of key.split(" ")) await this.press(one);
    for (let look = 0; look < 400; look++) {
      if (await happened().catch(() => false)) return this.page.waitForLoadState();
      await this.page.waitForTimeout(25);
    }
    throw new Error(`${this.username}: ${key} did nothing on ${this.page.url()}`);
  }

  /** A letter, or several, that leads to another page, or to the same one as it is now. */
  async go(key: string, address: RegExp): Promise<void> {
    const isMain = (frame: Frame) => frame === this.page.mainFrame();
    const arrived = this.page.waitForEvent("framenavigated", { predicate: isMain, timeout: 60_000 });
    await this.hit(key, async () => address.test(this.page.url()));
    await arrived;
    await this.page.waitForLoadState();
  }

  /** A letter that puts the focus on something. */
  goInto(key: string, selector: string): Promise<void> {
    return this.hit(key, () => this.page.evaluate(isFocused, selector));
  }

  /** A letter that several things on the page bear, pressed until the focus is on the right one. */
  async goAlong(key: string, selector: string): Promise<void> {
    await this.listens();
    await this.leaveBox();
    for (let n = 0; n < 20; n++) {
      await this.press(key);
      if (await this.page.evaluate(isFocused, selector)) return;
    }
    throw new Error(`${this.username}: ${key} does not come to ${selector} on ${this.page.url()}`);
  }

  /** Out of a box, so that letters are keys again. */
  async leaveBox(): Promise<void> {
    const isWriting = await this.page.evaluate(() =>
      /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? ""),
    );
    if (isWriting) await this.press("Escape");
  }

  /** Tabs, in the shorter direction, to the first element that fits; of radios, to their group. */
  async reach(selector: string): Promise<void> {
    await this.page.locator(selector).first().waitFor({ state: "attached" });
    for (let attempt = 0; attempt < 60; attempt++) {
      const steps = await this.page.evaluate(stepsTo, selector);
      if (steps === 0) return;
      const sure = attempt === 0 ? 1 : Math.abs(steps);
      for (let step = 0; step < sure; step++) await this.press(steps < 0 ? "Shift+Tab" : "Tab");
    }
    throw new Error(`${selector} cannot be reached by keyboard on ${this.page.url()}`);
  }

  async write(selector: string, text: string): Promise<void> {
    await this.reach(selector);
    await this.press("Control+a");
    await this.type(text);
  }

  /** A day in a box of three parts, in the order the browser of this language asks for them. */
  async writeDay(selector: string, iso: string): Promise<void> {
    await this.reach(selector);
    const [year = "", month = "", day = ""] = iso.split("-");
    for (const order of [`${day}${month}${year}`, `${month}${day}${year}`]) {
      await this.type(order);
      if ((await this.page.locator(selector).first().inputValue()) === iso) return;
      for (let part = 0; part < 2; part++) await this.press("ArrowLeft");
    }
    throw new Error(`${selector} does not take ${iso}`);
  }

  /** In a list: arrows to the row with that value, or the first letters of its words where those are fewer keys. */
  async choose(selector: string, value: string): Promise<void> {
    await this.reach(selector);
    const list = this.page.locator(selector).first();
    const { steps, letters } = await list.evaluate((element, wanted) => {
      const { options, selectedIndex } = element as HTMLSelectElement;
      const rows = [...options];
      const at = rows.findIndex((option) => option.value === wanted);
      const words = (rows[at]?.text ?? "").toLowerCase();
      const plain = /^[a-z0-9]+/.exec(words)?.[0] ?? "";
      const enough = [...plain].findIndex(
        (_, end) =>
          rows.filter((row) => row.text.toLowerCase().startsWith(plain.slice(0, end + 1))).length === 1,
      );
      return {
        steps: at < 0 ? null : at - selectedIndex,
        letters: enough < 0 ? "" : plain.slice(0, enough + 1),
      };
    }, value);
    if (steps === null) throw new Error(`${selector} has no ${value}`);
    if (letters !== "" && letters.length < Math.abs(steps)) {
      await this.type(letters);
      if ((await list.inputValue()) === value) return;
      throw new Error(`${selector} does not follow the letters ${letters} to ${value}`);
    }
    for (let step = 0; step < Math.abs(steps); step++) await this.press(steps > 0 ? "ArrowDown" : "ArrowUp");
  }

  /** One of several radios: the first with the space bar, the others with arrows. */
  async pick(name: string, value: string): Promise<void> {
    await this.reach(`[name="${name}"]`);
    const isOn = () => this.page.locator(`[name="${name}"][value="${value}"]`).first().isChecked();
    if (await isOn()) return;
    await this.press("Space");
    for (let step = 0; step < 12 && !(await isOn()); step++) await this.press("ArrowDown");
    if (!(await isOn())) throw new Error(`${name} does not take ${value}`);
  }

  async tick(selector: string): Promise<void> {
    await this.reach(selector);
    if (!(await this.page.locator(selector).first().isChecked())) await this.press("Space");
  }

  /** Signs or sends the form one writes in. */
  sign = (): Promise<void> => this.send(() => this.press(SIGN));

  /** Tabs to a button, or to what a letter reaches, and presses it. */
  async push(button: string, letter?: string): Promise<void> {
    await (letter ? this.goInto(letter, button) : this.reach(button));
    await this.send(() => this.press("Enter"));
  }

  /** The sentence with which a form is refused, when it is. */
  async refused(): Promise<string> {
    await this.press(SIGN);
    const problem = this.page.locator("form [role=alert]");
    await problem.waitFor();
    return (await problem.textContent()) ?? "";
  }

  private async stepUp(): Promise<void> {
    await this.write(FACTOR, new TOTP({ secret: this.totpSecret }).generate());
    await this.sign();
  }

  /** Sends, and waits until the page it leads to stands there. */
  async send(by: () => Promise<void>): Promise<void> {
    const posted = (answer: Response) =>
      answer.request().method() === "POST" && answer.url().includes("/equipo");
    const answered = this.page.waitForResponse(posted, { timeout: 60_000 });
    await by();
    const { "x-action-redirect": soft, location } = (await answered).headers();
    await this.page.waitForFunction(() => !document.querySelector("form[aria-busy=true]"));
    const target = soft?.split(";")[0] ?? location;
    if (target === undefined) {
      if ((await this.page.locator(FACTOR).count()) > 0) return this.stepUp();
      const problem = await this.page.locator("form [role=alert]").allTextContents();
      if (problem.length > 0) throw new Error(`${this.username} on ${this.page.url()}: ${problem.join(" ")}`);
      return;
    }
    await this.page.waitForURL((url) => url.href.endsWith(target));
    await this.page.locator(".done").first().waitFor();
  }
}

const isFocused = (wanted: string) => document.activeElement?.matches(wanted) ?? false;
