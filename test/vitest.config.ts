import { readFileSync, statfsSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

// The variable makes every start of Node slower, and no test needs certificates.
delete process.env["NODE_EXTRA_CA_CERTS"];

// Tests write thousands of files for a moment; where the system has a disk in memory, that costs it a fifth of the time.
if (process.env["TMPDIR"] === undefined && hasRoomInMemory()) process.env["TMPDIR"] = "/dev/shm";

export default defineConfig({
  test: {
    root: resolve(import.meta.dirname, ".."),
    globalSetup: ["test/helpers/build.ts"],
    setupFiles: ["test/helpers/seeds.ts"],
    include: ["test/**/*.test.ts"],
    maxWorkers: "100%",
    // Files share what they import, which takes a fifth of the time to load and to warm up; nothing that they import
    // has a state that could be seen.
    isolate: false,
    // Most of what runs here runs a few times; optimizing it early costs a sixth of the time.
    execArgv: ["--interrupt-budget=300000", "--max-semi-space-size=64"],
    // No verdict depends on the load of the machine: these limits only end tests that would never end.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 300_000 } },
  },
});

/** Some systems keep it small, or let no program run there. */
function hasRoomInMemory(): boolean {
  try {
    const mount = /^\S+ \/dev\/shm tmpfs (\S+)/m.exec(readFileSync("/proc/mounts", "utf8"))?.[1];
    const { bavail, bsize } = statfsSync("/dev/shm");
    return mount !== undefined && !mount.split(",").includes("noexec") && bavail * bsize > 2 ** 31;
  } catch {
    return false;
  }
}
