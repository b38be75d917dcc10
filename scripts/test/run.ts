import { spawn } from "node:child_process";
import { ROOT } from "../bootstrap/install.mjs";

/** Runs a tool of the suite with its output shown, and answers whether it ended well. The zone is odd on purpose. */
export function runTool(program: string, args: string[], env: Record<string, string> = {}): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        ...process.env,
        TZ: "Asia/Kathmandu",
        NEXT_TELEMETRY_DISABLED: "1",
        CHECKPOINT_DISABLE: "1",
        ...env,
      },
    });
    child.once("error", reject);
    child.once("close", (code) => resolve(code === 0));
  });
}

/** A tool installed with the project, run by this very Node. */
export function runNode(script: string, args: string[], env: Record<string, string> = {}): Promise<boolean> {
  return runTool(process.execPath, [script, ...args], env);
}
