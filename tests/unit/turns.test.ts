import { expect, test } from "vitest";
import { inTurn } from "@/lib/core/turns";

test("a burst goes at once, what comes after waits its turn in order, and nobody is refused", async () => {
  const began = performance.now();
  const order: number[] = [];
  await Promise.all(Array.from({ length: 56 }, (_, n) => inTurn("test", async () => void order.push(n))));
  const took = performance.now() - began;
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).toHaveLength(56);
  expect(took).toBeGreaterThan(500);
  expect(took).toBeLessThan(3000);
});

test("beyond the longest queue it says so instead of piling up", async () => {
  const tries = Array.from({ length: 1260 }, () =>
    inTurn("flood", async () => "done").catch((error) => error.code),
  );
  const early = await Promise.race([
    Promise.all(tries.slice(1250)),
    new Promise((go) => setTimeout(go, 200, null)),
  ]);
  expect(early).toContain("server_busy");
});
