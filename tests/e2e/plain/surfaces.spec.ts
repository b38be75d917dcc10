import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

const open = process.env.E2E_OPEN ?? "";
const desk = process.env.E2E_DESK ?? "";
const PUBLIC = ["/", "/en", "/casos", "/en/cases", "/metodo", "/en/method", "/comparar", "/en/compare"];
const FAMILY = ["/tramite", "/en/procedure", "/tramite/preguntas"];

test("the open process knows no desk, in whatever way it is asked", async ({ request }) => {
  for (const path of [
    "/equipo",
    "/equipo/entrar",
    "/api/auth/session",
    "/%65quipo",
    "/casos/%2e%2e/equipo",
    "/en/equipo",
  ]) {
    for (const method of ["GET", "POST"]) {
      const answer = await request.fetch(`${open}${path}`, {
        method,
        headers: { RSC: "1", "Next-Action": "x" },
      });
      expect(answer.status(), `${method} ${path}`).toBe(404);
      expect(await answer.text(), path).toContain("<h1");
    }
  }
});

test("a desk action posted to the open process does not run, on any of its paths", async ({ request }) => {
  const page = await (await request.get(`${desk}/equipo/entrar`)).text();
  const actions = [...new Set(page.match(/\$ACTION_ID_[0-9a-f]+/g))];
  expect(actions.length).toBeGreaterThan(0);
  for (const action of actions) {
    for (const path of [...PUBLIC, ...FAMILY, "/equipo/entrar", "/api/v1/claims"]) {
      const multipart = { [action]: "", username: "carmen", passphrase: "x", totp: "000000", locale: "en" };
      const answer = await request.post(`${open}${path}`, {
        multipart,
        headers: { Origin: open },
        maxRedirects: 0,
      });
      expect(answer.status(), path).toBeGreaterThanOrEqual(400);
      expect(answer.headers()["set-cookie"], path).toBeUndefined();
    }
  }
});

test("each process that reads what the world sends holds the two narrow addresses of the database and no other", () => {
  test.skip(process.platform !== "linux", "only Linux lets one look");
  const port = `--port\0${new URL(open).port}\0`;
  const running = readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => /serve\.mjs/.test(readOf(pid, "cmdline")) && readOf(pid, "cmdline").includes(port));
  expect(running.length).toBeGreaterThan(0);
  for (const pid of running) {
    const held = readOf(pid, "environ").split("\0").filter(Boolean);
    const addresses = held.filter(
      (line) => /postgres(ql)?:|_URL=/.test(line) && !/^VIGILIA_EXIT_URL=/.test(line),
    );
    expect(addresses.map((line) => line.split("=")[0]).sort()).toEqual([
      "INTAKE_DATABASE_URL",
      "PUBLIC_DATABASE_URL",
    ]);
    expect(held.join("\n")).not.toMatch(/vigilia_(desk|owner|worker|backup)/);
  }
});

/** What Linux says of a process; nothing of one that has just ended. */
function readOf(pid: string, what: "cmdline" | "environ"): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, "utf8");
  } catch {
    return "";
  }
}

test("the desk process serves nothing but the desk", async ({ request }) => {
  for (const path of [...PUBLIC, ...FAMILY, "/api/v1/claims"]) {
    expect((await request.get(`${desk}${path}`)).status(), path).toBe(404);
  }
  const door = await request.get(`${desk}/equipo/entrar`);
  const policy = door.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src 'nonce-[\w+/=]{24}' 'strict-dynamic'/);
  expect(door.headers()["cache-control"]).toContain("no-store");
});

test("what does not exist answers 404 with something to read, the same for every reference", async ({
  page,
  request,
}) => {
  const bodies = new Set<string>();
  for (const reference of ["7K3Q-9F", "0000-00", "xyzzy", "7k3q-9f"]) {
    const answer = await request.get(`${open}/casos/${reference}`);
    expect(answer.status(), reference).toBe(404);
    bodies.add((await answer.text()).replaceAll(reference, ""));
  }
  expect(bodies.size).toBe(1);
  for (const path of [
    "/no-hay",
    "/en/nothing",
    "/casos/%3Cscript%3E",
    "/balances/2020-01-01",
    "/comparar/nada",
    "/favicon.ico",
    "/fr/casos",
  ]) {
    const answer = await page.goto(`${open}${path}`);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("an address that no page of the family's has is dull: 404, and not a word of the registry", async ({
  request,
}) => {
  for (const path of [
    "/tramite/xyz",
    "/tramite/paso-1/xyz",
    "/tramite/paso-12",
    "/en/procedure/xyz",
    "/en/procedure/paso-19",
  ]) {
    const answer = await request.get(`${open}${path}`);
    const html = await answer.text();
    expect(answer.status(), path).toBe(404);
    expect(html, path).toMatch(/<h1/);
    expect(html, path).not.toMatch(/Vigilia|polític|politic|casos|cases/);
    expect(answer.headers()["cache-control"], path).toBe("no-store");
    expect(answer.headers()["x-nowhere"], path).toBeUndefined();
  }
});

test("inner addresses lead to the real ones", async ({ request }) => {
  for (const [inner, real] of [
    ["/es/casos", "/casos"],
    ["/en/casos", "/en/cases"],
    ["/en/tramite/preguntas", "/en/procedure/questions"],
  ]) {
    const answer = await request.get(`${open}${inner}`, { maxRedirects: 0 });
    expect(answer.status()).toBe(308);
    expect(answer.headers().location).toBe(real);
  }
});

test("pages without script say so, are cached or not as they should, and set no cookie in public", async ({
  request,
}) => {
  for (const path of [...PUBLIC, ...FAMILY]) {
    const answer = await request.get(`${open}${path}`);
    const headers = answer.headers();
    expect(answer.status(), path).toBe(200);
    expect(headers["content-security-policy"], path).toContain("script-src 'none'");
    expect(headers["referrer-policy"], path).toBe("same-origin");
    expect(headers["x-powered-by"]).toBeUndefined();
    const family = FAMILY.includes(path);
    expect(headers["cache-control"], path).toMatch(
      family ? /^no-store$/ : /^public, max-age=0, s-maxage=\d\d\b/,
    );
    expect(headers["x-robots-tag"] ?? "", path).toContain(family ? "noindex" : "");
    if (!family) expect(headers["set-cookie"], path).toBeUndefined();
  }
});

test("both processes say when they are ready", async ({ request }) => {
  for (const origin of [open, desk]) {
    const ready = await request.get(`${origin}/readyz`);
    expect(ready.status()).toBe(200);
    expect(await ready.json()).toEqual({ status: "ready" });
    expect((await request.get(`${origin}/healthz`)).status()).toBe(200);
  }
});
