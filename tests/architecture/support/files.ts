import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export const ROOT = join(import.meta.dirname, "..", "..", "..");
const NOT_OURS = new Set(["node_modules", "generated", ".next", ".git", ".build", ".data"]);

/** Every file we wrote under these folders that ends so, as paths from the root, read from the disk and not from a list. */
export function ourFiles(folders: string[], ending: RegExp, root = ROOT): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (NOT_OURS.has(entry.name)) return [];
      const path = join(folder, entry.name);
      return entry.isDirectory() ? walk(path) : [path];
    });
  return folders
    .flatMap((folder) => walk(join(root, folder)))
    .map((path) => relative(root, path))
    .filter((path) => ending.test(path))
    .sort();
}

export const textOf = (path: string): string => readFileSync(join(ROOT, path), "utf8");
