// A project whose table grows: the exports stay, a warning tells of the other choice, and the configuration decides.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "../../generator/command/verbs/check.ts";
import { generate } from "../../generator/command/verbs/generate.ts";
import type { Outcome } from "../../generator/output/run/outcome.ts";
import { sessionAt } from "../helpers/session-at.ts";
import { sizeTable } from "../helpers/size-table.ts";
import { scratchFolder } from "../helpers/typescript-product.ts";

test("the manifest keeps the choice until the configuration decides", async () => {
  const folder = scratchFolder();
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const configure = (options: string) =>
    write(
      "errtable.config.yaml",
      `targets:\n  - { kind: typescript, table: queue.errors.yaml, out: errors, options: { ${options} } }\n`,
    );
  const guards = () => readFileSync(join(folder, "errors/guards.ts"), "utf8").match(/^export function is/gm)?.length;
  write("queue.errors.yaml", sizeTable(64));
  configure("parts: [guards]");
  /** Other warnings about the table do not matter here. */
  const remarks = ({ exit, diagnostics }: Outcome) => {
    expect(exit).toBe(0);
    return diagnostics.filter(({ code }) => code === "outgrown-choice");
  };
  const make = async () => remarks(await generate(sessionAt(folder), {}));
  expect(await make()).toEqual([]);
  const before = guards() ?? 0;
  write("queue.errors.yaml", sizeTable(65));
  const [remark, ...others] = await make();
  expect(remark).toMatchObject({ severity: "warning", place: { source: { path: "errtable.config.yaml" } } });
  expect(remark?.message).toContain("grown to 65 codes");
  expect(others).toEqual([]);
  expect(guards()).toBe(before + 1);
  expect(remarks(await check(sessionAt(folder)))).toHaveLength(1);
  configure("parts: [guards], perCode: always");
  expect(await make()).toEqual([]);
  expect(guards()).toBe(before + 1);
  configure("parts: [guards], perCode: never");
  expect(await make()).toEqual([]);
  expect(guards()).toBeLessThan(20);
  expect(remarks(await check(sessionAt(folder)))).toEqual([]);
});
