// GFM becomes mdast's tree. Most texts are plain and do without the packages for it, so the package that people install loads
// them with the first other text; by `require`, so that reading stays one synchronous step.
import { createRequire } from "node:module";
import type { Root } from "mdast";
import { packages } from "./gfm-packages.ts";

export function parseGfm(markdown: string): Root {
  const { fromMarkdown, gfmFromMarkdown, gfm } =
    packages ?? (createRequire(import.meta.url)("./markdown.cjs") as NonNullable<typeof packages>);
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}
