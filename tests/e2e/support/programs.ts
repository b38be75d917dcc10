import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { test } from "@playwright/test";

/**
 * Where a program of the system stands. Without it a developer's tests are skipped by name; where the suite installs what it needs
 * (TOOLS_REQUIRED) its absence is a failure.
 */
export function program(name: string): string {
  const found = `${process.env.PATH ?? ""}${delimiter}/usr/sbin`
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync);
  if (!found && process.env.TOOLS_REQUIRED) throw new Error(`${name} is not installed`);
  test.skip(!found, `${name} is not installed`);
  return found ?? "";
}
