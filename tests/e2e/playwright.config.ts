import { defineConfig } from "@playwright/test";

const browser = {
  launchOptions: {
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--disable-background-networking", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  },
};

/**
 * Three ways of looking: `plain` without script, as families and the public are served, `desk` with it, and whole journeys. And, when
 * asked for (npm run bench:desk-line), the desk over a slow line.
 */
export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  globalSetup: "../support/server.ts",
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  use: {
    ...browser,
    actionTimeout: 20_000,
    locale: "es-VE",
    timezoneId: "Asia/Kathmandu",
    viewport: { width: 360, height: 740 },
  },
  projects: [
    { name: "plain", testMatch: /plain\/.*\.spec\.ts/, use: { javaScriptEnabled: false } },
    { name: "desk", testMatch: /desk\/.*\.spec\.ts/, use: { viewport: { width: 1280, height: 800 } } },
    { name: "whole", testMatch: /whole\/.*\.spec\.ts/ },
    ...(process.env.LINE ? [{ name: "line", testMatch: /line\/.*\.spec\.ts/ }] : []),
  ],
});
