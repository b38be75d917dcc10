import type { Page } from "@playwright/test";

/**
 * Somebody at the desk with a keyboard and nothing else: every way to a box, a button or a page is keys pressed, and each is
 * counted. What stands on the page is read, as a person's eyes would, and never touched.
 */
export class Keyboard {
  pressed = 0;

  constructor(readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.pressed += 1;
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    this.pressed += text.length;
    await this.page.keyboard.type(text);
  }

  /** Presses until what was meant has happened: the first keys after a page came may come before it listens. */
  async pressUntil(key: string, happened: () => Promise<boolean>): Promise<void> {
    for (let attempt = 0; attempt < 8; attempt++) {
      for (const one of key.split(" ")) await this.press(one);
      for (let look = 0; look < 15; look++) {
        if (await happened().catch(() => false)) return this.page.waitForLoadState();
        await this.page.waitForTimeout(40 + 30 * attempt);
      }
    }
    throw new Error(`${key} did nothing on ${this.page.url()}`);
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
    const way = () =>
      this.page.evaluate((wanted) => {
        const found = [...document.querySelectorAll<HTMLElement>(wanted)];
        const active = document.activeElement;
        const target = found.find((one) => one.getClientRects().length > 0) ?? found[0];
        if (!target || !active) return 0;
        const isGroup = target instanceof HTMLInputElement && target.type === "radio";
        const isSame =
          active === target ||
          (isGroup &&
            active instanceof HTMLInputElement &&
            active.name === target.name &&
            active.form === target.form);
        if (isSame) return 0;
        return active.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1;
      }, selector);
    for (let step = 0; step < 600; step++) {
      const direction = await way();
      if (direction === 0) return;
      await this.press(direction < 0 ? "Shift+Tab" : "Tab");
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

  /** In a list: arrows to the row with that value. */
  async choose(selector: string, value: string): Promise<void> {
    await this.reach(selector);
    const [now, wanted] = await this.page
      .locator(selector)
      .first()
      .evaluate((list, one) => {
        const { options, selectedIndex } = list as HTMLSelectElement;
        return [selectedIndex, [...options].findIndex((option) => option.value === one)];
      }, value);
    if (wanted === undefined || now === undefined || wanted < 0)
      throw new Error(`${selector} has no ${value}`);
    for (let step = 0; step < Math.abs(wanted - now); step++)
      await this.press(wanted > now ? "ArrowDown" : "ArrowUp");
  }

  /** One of several radios: the first with the space bar, the others with arrows. */
  async pick(name: string, value: string): Promise<void> {
    await this.reach(`[name="${name}"]`);
    await this.press("Space");
    const isOn = () => this.page.locator(`[name="${name}"][value="${value}"]`).first().isChecked();
    for (let step = 0; step < 12 && !(await isOn()); step++) await this.press("ArrowDown");
    if (!(await isOn())) throw new Error(`${name} does not take ${value}`);
  }

  async tick(selector: string): Promise<void> {
    await this.reach(selector);
    if (!(await this.page.locator(selector).first().isChecked())) await this.press("Space");
  }

  /** Opens a folded part and whatever holds it; already open, nothing is pressed. */
  async unfold(selector: string): Promise<void> {
    const isOpen = () =>
      this.page
        .locator(selector)
        .first()
        .evaluate((summary) => summary.parentElement?.hasAttribute("open") ?? false);
    if (await isOpen()) return;
    await this.reach(selector);
    await this.pressUntil("Enter", isOpen);
  }

  /** Sends the form that a button belongs to, and waits until its answer stands on the page. */
  async send(button: string): Promise<void> {
    await this.reach(button);
    const before = this.page.url();
    const answered = this.page.waitForResponse(
      (response) => response.request().method() === "POST" && response.url().includes("/equipo"),
    );
    await this.press("Enter");
    const answer = await answered;
    await answer.finished();
    const problem = this.page.locator("form [role=alert]");
    await this.page.waitForFunction(
      (was) => location.href !== was || document.querySelector("form [role=alert]"),
      before,
    );
    if (this.page.url() === before) throw new Error(`${button}: ${await problem.first().textContent()}`);
    await this.page.waitForURL((url) => url.href !== before);
    await this.page.locator(".done").first().waitFor();
  }
}
