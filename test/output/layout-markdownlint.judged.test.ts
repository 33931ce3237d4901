// The changes that markdownlint makes in products are layout, and a hand edit after them is none.
import { expect, test } from "vitest";
import { differsOnlyInLayout } from "../../generator/output/plan/layout-difference.ts";
import { goldenProducts, withHandEdit } from "../helpers/house-styles.ts";
import { fixedByMarkdownlint } from "../judges/renderers/renderers.ts";

/** This one takes signs away that headings end with, and they are content. */
const WORDS = { MD026: false };

const STYLES: readonly Parameters<typeof fixedByMarkdownlint>[1][] = [
  { MD004: { style: "asterisk" }, MD049: { style: "asterisk" }, MD050: { style: "underscore" } },
  { MD004: { style: "plus" }, MD007: { indent: 4 }, MD030: { ul_multi: 3, ul_single: 3 } },
];

test.each(STYLES)("%j", (config) => {
  const files = goldenProducts(/\.md$/).filter(([, text]) => text.length < 16_000);
  let changed = 0;
  for (const [index, [path, text]] of files.entries()) {
    const fixed = fixedByMarkdownlint(text, { ...config, ...WORDS });
    if (fixed !== text) changed += 1;
    expect(differsOnlyInLayout(path, fixed, text), path).toBe(true);
    expect(differsOnlyInLayout(path, withHandEdit(fixed, index * 7919), text), path).toBe(false);
  }
  expect(changed).toBeGreaterThan(10);
});
