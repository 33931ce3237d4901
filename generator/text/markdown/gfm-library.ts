// GFM becomes mdast's tree. Most texts are plain and do without the packages for it, so the package that people install loads
// them with the first other text; by `require`, so that reading stays one synchronous step.
import { createRequire } from "node:module";
import type { Root } from "mdast";

type GfmLibrary = Pick<typeof import("mdast-util-from-markdown"), "fromMarkdown"> &
  Pick<typeof import("mdast-util-gfm"), "gfmFromMarkdown"> &
  Pick<typeof import("micromark-extension-gfm"), "gfm">;

export function parseGfm(markdown: string): Root {
  const { fromMarkdown, gfmFromMarkdown, gfm } =
    packages ?? (createRequire(import.meta.url)("./markdown.cjs") as GfmLibrary);
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/**
 * The build joins the packages into one file. In a checkout they load with this module: Node 20 fails if a `require` and an
 * `import` that is under way meet in one of their modules.
 */
const packages: GfmLibrary | undefined = import.meta.url.endsWith(".js")
  ? undefined
  : {
      ...(await import("mdast-util-from-markdown")),
      ...(await import("mdast-util-gfm")),
      ...(await import("micromark-extension-gfm")),
    };
