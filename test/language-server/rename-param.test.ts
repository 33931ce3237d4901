// A param has a new name wherever an error names it: in the row, its cases and examples, and in messages of all languages.
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../generator/diagnostic/text-edits.ts";
import { renamableAt, renameAt } from "../../generator/language-server/features/rename-at.ts";
import { viewOf } from "../../generator/language-server/files/file-view.ts";
import { toOffset } from "../../generator/language-server/protocol/text-positions.ts";
import { workspaceOf } from "../helpers/fresh-findings.ts";

/** Each place of the param "order" has the mark §, which is no part of the files. */
const NAMED = {
  "shop.errors.yaml": `errtable: 1
name: Shop
placeholders: "{name}"
errors:
  Missing:
    status: 404
    message: "order \\"{§order}\\" of {owner}, which is {§order}, does not exist: {{order}}"
    params: { §order: { description: The order of the owner. }, owner: {} }
    examples: { far: { params: { §order: A-1, owner: Ada } } }
    solution: Check the order.
    cases:
      gone:
        message: >-
          {§order} of {owner}
          is gone
        params:
          §order: {}
          owner: {}
  Other: { status: 400, message: "{order} again", params: { order: {} }, solution: Ask. }
`,
  "shop.de.errors.yaml": `errtable: 1
translates: ./shop.errors.yaml
locale: de
errors:
  Missing: { message: "Bestellung {§order} von {owner}: {§order}", cases: { gone: { message: "{§order}, {owner}" } } }
  Other: { message: "{order} schon wieder" }
`,
};
const PRINTED = {
  "shop.errors.yaml": `errtable: 1
name: Shop
errors:
  Missing: { status: 404, message: "'%s' of '%s'", params: { order: {}, §owner: {} }, solution: Ask. }
`,
  "shop.de.errors.yaml": `errtable: 1
translates: ./shop.errors.yaml
locale: de
errors: { Missing: { message: "'%2$s' hat '%1$s' nicht" } }
`,
};
type Files = typeof NAMED;

function filesOf(marked: Files): Files {
  return Object.fromEntries(Object.entries(marked).map(([name, text]) => [name, text.replaceAll("§", "")])) as Files;
}

/** Renames what stands at the offset of a file. */
function renamed(marked: Files, name: string, offset: number, to: string) {
  const files = filesOf(marked);
  const workspace = workspaceOf(
    { ...files, "errtable.config.yaml": "tables: [./shop.errors.yaml]\n" },
    Object.keys(files).map((path) => `/${path}`),
  );
  workspace.analyze();
  const view = viewOf(workspace, `/${name}`);
  if (view === undefined) throw new Error(`There is no view of ${name}.`);
  const answer = renameAt(view, offset, to, { withVersions: false, retire: true });
  const { changes = {} } = "refused" in answer ? {} : answer;
  const texts = Object.entries(files).map(([path, text]) => {
    const edits = (changes[`file:///${path}`] ?? []).map(({ range, newText }) => ({
      start: toOffset({ text }, range.start),
      end: toOffset({ text }, range.end),
      text: newText,
    }));
    return [path, applyEdits(text, edits)];
  });
  return { answer, placeholder: renamableAt(view, offset)?.placeholder, files: Object.fromEntries(texts) };
}

function expected(marked: Files, to: string): Files {
  return Object.fromEntries(
    Object.entries(marked).map(([name, text]) => [name, text.replaceAll(/§\w+/g, to)]),
  ) as Files;
}

/** The places of the marks in a file without them. */
const PLACES = Object.entries(NAMED).flatMap(([name, text]) =>
  Array.from(text.matchAll(/§/g), ({ index }, count) => [name, index - count + 2] as const),
);

describe("a param", () => {
  test.each(PLACES)("of named placeholders is renamed from its place in %s at %i", (name, offset) => {
    const { answer, placeholder, files } = renamed(NAMED, name, offset, "newName");
    expect(answer).not.toHaveProperty("refused");
    expect(placeholder).toBe("order");
    expect(files).toEqual(expected(NAMED, "newName"));
  });

  test.each(["shop.errors.yaml", "shop.de.errors.yaml"] as const)(
    "of printf is renamed where it is described, from a directive in %s",
    (name) => {
      const offset = filesOf(PRINTED)[name].indexOf(name === "shop.errors.yaml" ? "s'\", params" : "%2$s");
      const { placeholder, files } = renamed(PRINTED, name, offset, "buyer");
      expect(placeholder).toBe("owner");
      expect(files).toEqual(expected(PRINTED, "buyer"));
    },
  );

  test.each(["my name", "1st", "", "__proto__"])("has no name such as %j", (to) => {
    const [place] = PLACES;
    expect(renamed(NAMED, place?.[0] ?? "", place?.[1] ?? 0, to).answer).toEqual({
      refused: "A param name is an identifier of at most 64 letters, digits and _.",
    });
  });

  test.each([
    ["owner", "Choose another name."],
    ["order", "Choose a new name."],
  ])("is not called %s, which the error has already", (to, help) => {
    const [place] = PLACES;
    expect(renamed(NAMED, place?.[0] ?? "", place?.[1] ?? 0, to).answer).toEqual({
      refused: `The error "Missing" has a param "${to}" already. ${help}`,
    });
  });

  test("that only a number stands for has no name to change", () => {
    const numbered = {
      ...NAMED,
      "shop.errors.yaml": `errtable: 1\nname: Shop\nplaceholders: "{name}"\nerrors:\n  Missing: { status: 404, message: "no {0}", solution: Ask. }\n`,
    };
    const offset = numbered["shop.errors.yaml"].indexOf("{0}") + 1;
    expect(renamed(numbered, "shop.errors.yaml", offset, "number").answer).toEqual({
      refused: 'No place names "arg0" in words.',
    });
  });
});
