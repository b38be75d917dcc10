import type { Page } from "@playwright/test";

/** Something that happened on a page and should not have. */
export interface Hit {
  page: string;
  what: string;
}

/** Elements the pages are made of. Another one came out of somebody's text. */
const MADE_OF =
  "a article aside b body br button caption code dd details div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 head header hr html i input kbd label legend li link main mark meta meter nav noscript ol optgroup option output p path pre q rect s samp script section select small span strong sub summary sup svg image table tbody td textarea tfoot th thead time title tr u ul var img template g circle line text datalist address blockquote bdi bdo abbr col colgroup del ins progress search cite dfn polyline polygon picture source dialog next-route-announcer";

/** Watches a page: dialogs, the canary global, requests and console lines of the payloads. `hits` fills while it is used. */
export async function watch(page: Page): Promise<{ hits: Hit[] }> {
  const hits: Hit[] = [];
  const note = (what: string) => hits.push({ page: page.url().replace(/^https?:\/\/[^/]+/, ""), what });
  page.on("dialog", async (dialog) => {
    note(`dialog ${dialog.type()} ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("request", (request) => {
    if (/x7c|^x7:|x7\.invalid|^data:text\/html|^data:,x7/.test(request.url().replace(/\?.*/, "")))
      note(`asked for ${request.url()}`);
  });
  page.on("console", (line) => {
    if (line.text() === "x7c" || /Content Security Policy|violates the following/i.test(line.text()))
      note(`console: ${line.text().slice(0, 300)}`);
  });
  page.on("pageerror", (error) => note(`error: ${error.message.slice(0, 200)}`));
  await page.exposeFunction("x7told", note);
  await page.addInitScript(() => {
    const told = (what: string) => (window as unknown as { x7told(what: string): void }).x7told(what);
    const called = () => told("called");
    Object.defineProperty(window, "x7", { get: () => called, set: () => told("set"), configurable: false });
    addEventListener("securitypolicyviolation", (event) =>
      told(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  return { hits };
}

/** What stands in the page as if somebody's text had been markup; and everything with such a text is touched, so that it may run. */
export async function inspect(page: Page): Promise<string[]> {
  return page.evaluate((tags) => {
    const found: string[] = [];
    const made = new Set(tags.split(" "));
    // A drawing opened by itself has no body, and a style and words of its own.
    const whole = document.body ?? document.documentElement;
    const isOurs = ({ nonce, src }: HTMLScriptElement) =>
      nonce !== "" && (src === "" || new URL(src).pathname.startsWith("/_next/"));
    addEventListener("click", (event) => event.preventDefault());
    for (const closed of document.querySelectorAll("details:not([open])")) closed.setAttribute("open", "");
    for (const element of document.querySelectorAll("*")) {
      const tag = element.localName.toLowerCase();
      if (!made.has(tag) && (document.body || !/^(style|desc)$/.test(tag)))
        found.push(`element ${element.outerHTML.slice(0, 120)}`);
      if (tag === "script" && !isOurs(element as HTMLScriptElement))
        found.push(`script ${element.outerHTML.slice(0, 120)}`);
      if (tag === "meta" && element.hasAttribute("http-equiv")) found.push(`meta ${element.outerHTML}`);
      if (tag === "template" && element.innerHTML !== "")
        found.push(`template ${element.innerHTML.slice(0, 80)}`);
      const [to = "", rel = ""] = ["href", "rel"].map((name) => element.getAttribute(name) ?? "");
      if (!to.startsWith("https:") && /alert\(7\)|x7\(\)/.test(to + rel))
        found.push(`${tag} ${to} ${rel}`.slice(0, 120));
      const picture = { img: "src", image: "href" }[tag];
      if (picture && !/^(data:image\/|\/)/.test(element.getAttribute(picture) ?? "")) found.push(tag);
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) found.push(`${tag} ${name}`);
        if (value === "data:," && tag === "link") continue;
        if (value.startsWith("javascript:throw new Error('A React form")) continue;
        const address = value.replaceAll(/[\s\p{Cc}]/gu, "").toLowerCase();
        if (
          /^(xlink:href|href|src|srcdoc|action|formaction|data|to|values|poster|background)$/i.test(name) &&
          /^(javascript|vbscript|data:(?!image\/))/.test(address)
        )
          found.push(`${tag} ${name}=${value.slice(0, 80)}`);
        if (/^(action|formaction)$/i.test(name) && !/^($|\/|\?|#)/i.test(value))
          found.push(`${tag} ${name}=${value}`);
        if (name === "style" && /url|expression|behavior|fixed/i.test(value))
          found.push(`${tag} style=${value}`);
      }
      if (
        /^(x7|__next_f|documentElement)$/.test(element.id) ||
        /^(getElementById|self|push|firstChild)$/.test(element.getAttribute("name") ?? "")
      )
        found.push(`clobbers ${element.outerHTML.slice(0, 120)}`);
    }
    for (const walk = document.createTreeWalker(whole, 4 | 1); walk.nextNode(); ) {
      const node = walk.currentNode;
      const element = node instanceof Element ? node : node.parentElement;
      const text = node instanceof Element ? (node as HTMLInputElement).defaultValue : node.nodeValue;
      if (!element || !text || !/x7|7331/.test(text)) continue;
      if (element.localName === "script" || element.closest("[type=submit]")) continue;
      for (const type of ["pointerenter", "mouseover", "focus", "click", "animationstart", "blur"])
        element.dispatchEvent(new Event(type, { bubbles: type !== "focus", cancelable: true }));
    }
    if (whole.textContent?.includes(String(7331 * 7331))) found.push("a template was evaluated");
    if (document.querySelectorAll("[name=csrf][value=x7], [form=decision][name=agreed]").length > 0)
      found.push("a field came in");
    return [...new Set(found)];
  }, MADE_OF);
}
