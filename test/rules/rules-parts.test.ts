// The parts that rules are made of, each against an independent way to the same answer.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSuggester, didYouMean } from "../../generator/diagnostic/suggest.ts";
import { findAmbiguities } from "../../generator/rules/messages/ambiguity.ts";
import { readTemplate } from "../../generator/template/read-template.ts";

describe("did you mean", () => {
  const names = ["AliasNotFound", "ServiceNotFound", "status", "message", "params"];

  test.each([
    ["AliasNotFond", "AliasNotFound"],
    ["AliasNtoFound", "AliasNotFound"],
    ["alias_not_found", "AliasNotFound"],
    ["STATUS", "status"],
    ["messages", "message"],
    ["param", "params"],
    ["zebra", undefined],
    ["st", undefined],
    ["", undefined],
  ])("%s: %s", (name, meant) => {
    expect(createSuggester(names)(name)).toBe(meant);
    expect(didYouMean(name, names)).toBe(meant === undefined ? undefined : `Did you mean "${meant}"?`);
  });

  test("many unknown names over many candidates are searched for until the common budget is spent", () => {
    const suggest = createSuggester(Array.from({ length: 20_000 }, (_, index) => `SomeLongErrorCode${index}`));
    const found = Array.from({ length: 20_000 }, (_, index) => suggest(`SomeLongErrorKode${index}`));
    expect(found[0]).toBe("SomeLongErrorCode0");
    expect(found.at(-1)).toBeUndefined();
    expect(suggest("SOMELONGERRORCODE7")).toBe("SomeLongErrorCode7");
  });
});

describe("messages that read like others", () => {
  const piece = fc.constantFrom("alias ", "alias", " of ", "'%s'", "%s", "%d", " is ", "x", "7", " ", "foo bar", "%c");
  const template = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(""));

  test("are those that every template finds in every message", () => {
    fc.assert(
      fc.property(fc.array(template, { minLength: 2, maxLength: 12 }), (texts) => {
        const templates = texts.map((text) => readTemplate(text).template);
        const told = new Set(findAmbiguities(templates).flatMap(({ index, others }) => [index, ...others]));
        const isLoose = templates.map(({ verdict, tokens }) => {
          const words = tokens.some((token) => token.kind === "literal" && /[A-Za-z0-9]/.test(token.text));
          return verdict === "opaque" || !words;
        });
        const expressions = templates.map(({ tokens }) => {
          const parts = tokens.map((token) => {
            if (token.kind === "literal") return token.text.replace(/[^\w\s]/g, "\\$&");
            return { s: "[^]+", c: "[^]" }[token.conversion as string] ?? "[0-9]+";
          });
          return new RegExp(`^${parts.join("")}$`);
        });
        const samples = templates.map(({ tokens }) =>
          tokens
            .map((token) => (token.kind === "literal" ? token.text : "sc".includes(token.conversion) ? "\uE000" : "7"))
            .join(""),
        );
        const expected = new Set<number>();
        for (const [own, sample] of samples.entries()) {
          for (const [other, expression] of expressions.entries()) {
            if (own === other || isLoose[own] || isLoose[other] || !expression.test(sample)) continue;
            // Of two that match each other the later is told, with the earlier beside it.
            expected.add(own).add(other);
          }
        }
        for (const index of told) expect(expected).toContain(index);
        expect(told.size > 0).toBe(expected.size > 0);
      }),
      { numRuns: 300 },
    );
  });

  test("50,000 alike templates are told apart", () => {
    const texts = Array.from({ length: 50_000 }, (_, index) => `x${index % 224} %s y${Math.floor(index / 224)}`);
    const templates = texts.map((text) => readTemplate(text).template);
    expect(findAmbiguities(templates)).toEqual([]);
  });
});
