// A break has a witness: a body or a message of the new version that generated code of the old one refuses, or reads wrongly.
import { describe, expect, test } from "vitest";
import { findChanges } from "../../generator/evolution/compare.ts";
import type { ChangeRule } from "../../generator/evolution/rules/engine/change-rule.ts";
import { changeRules } from "../../generator/evolution/rules/index.ts";
import { buildModel } from "../../generator/model/build.ts";
import type { TypescriptOptions } from "../../generator/products/options.gen.ts";
import { loadProduct } from "../helpers/typescript-product.ts";
import { exampleTable } from "./example-table.ts";

const GUARDS: TypescriptOptions = { parts: ["codes", "guards", "messages"] };

function example(id: string) {
  const rule = (changeRules as readonly ChangeRule[]).find((each) => each.id === id);
  if (rule === undefined) throw new Error(`There is no rule "${id}".`);
  return { old: buildModel(exampleTable(rule.example.old)), after: buildModel(exampleTable(rule.example.new)) };
}

describe("consumers that run already refuse bodies of the new version", () => {
  test.each([
    ...["code-renamed", "code-moved", "message-moved", "code-prefix-changed", "code-type-changed"],
    "constant-changed",
  ])("%s", async (id) => {
    const { old, after } = example(id);
    const product = await loadProduct(old, GUARDS);
    const bodies = after.errors.flatMap(({ cases }) =>
      cases.flatMap(({ examples }) => examples.map(({ body }) => body)),
    );
    expect(bodies.length).toBeGreaterThan(0);
    expect(bodies.map((body) => product["isExampleError"]?.(body))).toContain(false);
  });

  test.each<[string, object]>([
    ["member-optional", { code: "Gone", message: "is gone" }],
    ["member-widened", { code: "Gone", message: "is gone", name: null }],
    ["member-changed", { code: "Gone", message: "is gone", name: 7 }],
    ["message-length-raised", { code: "Gone", message: "x".repeat(150) }],
    ["code-optional", { code: "Gone" }],
    ["constant-removed", { code: "Gone", message: "is gone", kind: "other" }],
  ])("%s", async (id, body) => {
    const { old, after } = example(id);
    const [before, now] = [await loadProduct(old, GUARDS), await loadProduct(after, GUARDS)];
    expect(now["isExampleError"]?.(body)).toBe(true);
    expect(before["isExampleError"]?.(body)).toBe(false);
  });
});

test("bodies of servers that run already are refused by new consumers", async () => {
  for (const id of ["member-demanded", "member-required", "constant-added"]) {
    const { old, after } = example(id);
    const [before, now] = [await loadProduct(old, GUARDS), await loadProduct(after, GUARDS)];
    const body = { code: "Gone", message: "is gone", ...(id === "constant-added" ? { kind: "other" } : {}) };
    expect([id, before["isExampleError"]?.(body), now["isExampleError"]?.(body)]).toEqual([id, true, false]);
  }
});

test("values that change places are read, and taken for others", async () => {
  const { old, after } = example("params-reordered");
  const [before, now] = [await loadProduct(old, GUARDS), await loadProduct(after, GUARDS)];
  const message = now["formatFullMessage"]?.({ taken: 7, all: 9 });
  expect(before["parseFullMessage"]?.(message)).toEqual({ taken: 9, all: 7 });
});

test("a finding about a member shows a value that is treated in another way", () => {
  for (const id of ["member-widened", "member-narrowed", "member-changed"]) {
    const { old, after } = example(id);
    expect(findChanges(old, after).map(({ message }) => message)).toEqual([expect.stringContaining(", such as ")]);
  }
});
