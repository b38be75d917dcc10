import { defineConfig } from "vitest/config";

process.env.TZ = "Asia/Kathmandu";

const alias = { "@": import.meta.dirname };
const shared = { environment: "node" as const, clearMocks: true, testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          ...shared,
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/silence.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          ...shared,
          name: "architecture",
          include: ["tests/architecture/**/*.test.ts"],
          testTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          ...shared,
          name: "db",
          include: ["tests/db/**/*.test.ts"],
          globalSetup: ["tests/support/template-database.ts"],
          setupFiles: [
            "tests/support/silence.ts",
            "tests/support/own-database.ts",
            "tests/support/described.ts",
          ],
        },
      },
    ],
  },
});
