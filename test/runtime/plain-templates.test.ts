// The small engine of tables whose messages have no params does what the whole engine does.
import fc from "fast-check";
import { expect, test } from "vitest";
import * as matcher from "../../generator/runtime/messages/matcher.ts";
import * as plainMatcher from "../../generator/runtime/messages/plain-matcher.ts";
import * as plain from "../../generator/runtime/messages/plain-templates.ts";
import * as whole from "../../generator/runtime/messages/templates.ts";

/** No two codes have the same key, and few texts are the same. */
const texts = fc.dictionary(
  fc.stringMatching(/^[A-Z]{1,3}$/),
  fc.oneof(fc.constantFrom("{message}", "", "it failed", "100 %", "it failed "), fc.string().filter(hasNoBraces)),
);

function hasNoBraces(text: string): boolean {
  return !/[{}]/.test(text);
}

const message = fc.oneof(fc.constantFrom("", "it failed", "100 %"), fc.string());

test("in every message", () => {
  fc.assert(
    fc.property(texts, message, (templates, text) => {
      for (const template of [...Object.values(templates), text].filter((one) => !/[{}]/.test(one.slice(1, -1)))) {
        const [small, large] = [plain.readyTemplate(template), whole.readyTemplate(template)];
        for (const params of [{ message: text }, { message: 4 }, { message: null }, {}, undefined, null])
          expect(outcome(() => plain.fillIn(small, params))).toEqual(
            outcome(() => whole.fillIn(large, params, "case")),
          );
        for (const read of [text, template]) {
          expect(plain.readOut(small, read)).toEqual(whole.readOut(large, read, "case"));
          expect(plain.isMessageOf(small, read)).toBe(whole.isMessageOf(large, read));
          expect(plain.readOutOf(small, undefined, read)).toEqual(whole.readOutOf(large, undefined, read, "case"));
        }
      }
      const small = plainMatcher.makeMatcher(plain.codedTemplates(templates));
      const large = matcher.makeMatcher(whole.codedTemplates(templates));
      for (const read of [text, ...Object.values(templates)]) {
        const codes = plainMatcher.findTemplates(small, read).map(({ code }) => code);
        expect(codes).toEqual(matcher.findTemplates(large, read).map(({ code }) => code));
      }
    }),
  );
});

test("for a code without a template", () => {
  expect(outcome(() => plain.fillIn(undefined, {}))).toEqual(outcome(() => whole.fillIn(undefined, {}, "case")));
  expect(plain.readOut(undefined, "x")).toBe(undefined);
});

function outcome(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return String(error);
  }
}
