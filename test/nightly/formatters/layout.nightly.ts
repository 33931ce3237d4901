// Every product of the golden directories in every house style of Prettier: the difference is layout, and a hand edit in it is none.
import { describe, expect, test } from "vitest";
import { differsOnlyInLayout } from "../../../generator/output/plan/layout-difference.ts";
import { goldenProducts, HOUSE_STYLES, inStyle, withHandEdit } from "../../helpers/house-styles.ts";

describe.each(HOUSE_STYLES)("%j", (style) => {
  test.each(["ts", "js", "json", "md", "mdx", "html", "yaml"])("%s", async (extension) => {
    for (const [index, [path, text]] of goldenProducts(new RegExp(`\\.${extension}$`)).entries()) {
      const formatted = await inStyle(path, text, style);
      expect(differsOnlyInLayout(path, formatted, text), path).toBe(true);
      expect(differsOnlyInLayout(path, withHandEdit(formatted, index * 7919), text), path).toBe(false);
    }
  });
});
