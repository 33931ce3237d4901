// Fixes change their own places alone, each once, and never half.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../generator/diagnostic/diagnostic.ts";
import { applyFixes } from "../../generator/diagnostic/fixes.ts";
import { createCorrector } from "../../generator/diagnostic/suggest.ts";
import type { Edit } from "../../generator/diagnostic/text-edits.ts";

test("the same edit of several findings is made once, and fixes all of them", () => {
  const edit = { start: 1, end: 2, text: "X" };
  expect(applyFixes("abc", [found(edit), found(edit), found()])).toEqual({ text: "aXc", count: 2 });
});

test("of fixes that meet, the first is made, and the other is not made in part", () => {
  const first = { start: 1, end: 3, text: "-" };
  expect(
    applyFixes("abcdef", [found(first), found({ start: 2, end: 4, text: "" }, { start: 5, end: 6, text: "F" })]),
  ).toEqual({
    text: "a-def",
    count: 1,
  });
  expect(applyFixes("ab", [found({ start: 1, end: 1, text: "x" }), found({ start: 1, end: 1, text: "y" })])).toEqual({
    text: "axb",
    count: 1,
  });
  expect(applyFixes("ab", [found({ start: 0, end: 1, text: "A" }), found({ start: 1, end: 2, text: "B" })])).toEqual({
    text: "AB",
    count: 2,
  });
});

test("all other characters stay as they are", () => {
  const edit = fc.record({ start: fc.nat(20), length: fc.nat(4), text: fc.constantFrom("", "x", "yy") });
  fc.assert(
    fc.property(fc.array(fc.array(edit, { maxLength: 2 }), { maxLength: 6 }), (all) => {
      const text = "abcdefghijklmnopqrstuvwxyz";
      const edits = all.map((one) => {
        const [a, b] = one.map(({ start, length, text: put }) => ({ start, end: start + length, text: put }));
        // The edits of one fix never meet.
        return a === undefined ? [] : b === undefined || b.start <= a.end ? [a] : [a, b];
      });
      const fixed = applyFixes(
        text,
        edits.map((one) => found(...one)),
      );
      const kept = fixed.text.replace(/[xy]/g, "");
      const left = [...text].filter((letter) => !"xy".includes(letter)).join("");
      let at = -1;
      for (const letter of kept) {
        at = left.indexOf(letter, at + 1);
        expect(at).toBeGreaterThanOrEqual(0);
      }
      const untouched = [...left].filter(
        (letter) => !edits.flat().some(({ start, end }) => start <= text.indexOf(letter) && text.indexOf(letter) < end),
      );
      for (const letter of untouched) expect(kept).toContain(letter);
    }),
  );
});

test.each([
  ["AliasNotFond", "AliasNotFound"],
  ["alias_not_found", "AliasNotFound"],
  // Two names are as near.
  ["cart", undefined],
  ["FOO-BAR", undefined],
  ["zebra", undefined],
  ["20405", undefined],
  ["AliasNotFound", undefined],
])("%s can only mean %s", (name, meant) => {
  expect(createCorrector(["AliasNotFound", "card", "care", "foo_bar", "fooBar", "20404"])(name)).toBe(meant);
});

function found(...fix: readonly Edit[]): Diagnostic {
  const place = { source: { path: "a", text: "" }, span: { start: 0, end: 0 } };
  return { code: "wrong-type", severity: "error", message: "Wrong.", place, ...(fix.length === 0 ? {} : { fix }) };
}
