// A run of generate in a process of its own, slow enough to be killed in its middle: child.js <project> <pause> <tool>
import { writeSync } from "node:fs";
import { generate } from "../../generator/command/verbs/generate.ts";
import { disk } from "../../generator/output/disk.ts";
import type { Fs } from "../../generator/output/files/fs.ts";
import { sessionIn } from "./session-in.ts";

const [root = "", pause = "0", toolFolder = ""] = process.argv.slice(2);

function slowly<Call extends (...values: never[]) => unknown>(call: Call): Call {
  return ((...values: Parameters<Call>) => {
    disk.sleep(Number(pause));
    return call(...values);
  }) as Call;
}

const slow: Fs = {
  ...disk,
  create: slowly(disk.create),
  write: slowly(disk.write),
  rename: slowly(disk.rename),
  remove: slowly(disk.remove),
  makeFolder: slowly(disk.makeFolder),
};
const session = sessionIn(root, { fs: slow, toolFolder, onCompile: () => void writeSync(1, "read\n") });
const { exit } = await generate(session, { dryRun: false, force: false });
process.exitCode = exit;
