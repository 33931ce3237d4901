// The project's own outputs, as they are committed, are those that its table makes.
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../generator/compile.ts";
import { loadConfig } from "../../generator/config/config.ts";
import { diskHost } from "../../generator/output/disk.ts";
import { manifestOf } from "../../generator/output/plan/plan.ts";
import { sha256 } from "../../generator/output/state/manifest.ts";
import { readTree } from "../helpers/golden.ts";

const ROOT = resolve(import.meta.dirname, "../..");

test("generated/ is what the project's own table makes (npm run generate)", async () => {
  const host = diskHost(ROOT);
  const { value: config } = loadConfig(join(ROOT, "spec/errtable.config.yaml"), ROOT, host);
  if (config === undefined) throw new Error("The project's own configuration has errors.");
  const { diagnostics, outputs, settled } = await compile(config, host);
  expect(diagnostics).toEqual([]);
  const folders = config.targets.map((target) => target.folder);
  expect(folders.length).toBeGreaterThan(3);
  for (const [index, folder] of folders.entries()) {
    const files = outputs[index] ?? [];
    const manifest = manifestOf(new Map(files.map(({ path, text }) => [path, sha256(text)])), {
      folder,
      choices: settled[index]?.choices,
      config: config.targets[index]?.config,
    });
    const expected = Object.fromEntries([...files.map(({ path, text }) => [path, text]), [".errtable.json", manifest]]);
    expect(readTree(folder)).toEqual(expected);
  }
});
