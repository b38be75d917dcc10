import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

const open = process.env.E2E_OPEN ?? "";
const dist = join(import.meta.dirname, "..", "..", "..", process.env.VIGILIA_DIST ?? ".next");

interface Manifest {
  node: Record<string, { workers: Record<string, unknown> }>;
}

/** Every action of the build that a desk page can call, by the number under which it could be posted anywhere. */
function deskActions(): string[] {
  const manifest: Manifest = JSON.parse(
    readFileSync(join(dist, "server", "server-reference-manifest.json"), "utf8"),
  );
  return Object.entries(manifest.node)
    .filter(([, { workers }]) => Object.keys(workers).some((page) => page.startsWith("app/equipo")))
    .map(([id]) => id);
}

test("no action of the desk, posted in either way to any page of the open process, runs or opens a session", async ({
  request,
}) => {
  test.setTimeout(180_000);
  const actions = deskActions();
  expect(actions.length).toBeGreaterThan(12);
  for (const id of actions) {
    for (const path of ["/", "/tramite", "/comparar"]) {
      const posted: { multipart?: Record<string, string>; data?: string; headers: Record<string, string> }[] =
        [
          {
            multipart: { [`$ACTION_ID_${id}`]: "", username: "carmen", passphrase: "x", totp: "0" },
            headers: { Origin: open },
          },
          {
            data: "[]",
            headers: { Origin: open, "Next-Action": id, "Content-Type": "text/plain;charset=UTF-8" },
          },
        ];
      for (const form of posted) {
        const answer = await request.post(`${open}${path}`, { ...form, maxRedirects: 0 });
        const body = await answer.text();
        const ran = answer.status() >= 300 && answer.status() < 400;
        expect(ran, `${id} at ${path}: ${answer.status()}`).toBe(false);
        expect(answer.headers()["set-cookie"] ?? "", path).not.toContain("equipo");
        expect(body).not.toMatch(/at .*\.js:\d+/);
      }
    }
  }
});
