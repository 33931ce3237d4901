// GFM becomes mdast's tree. Most texts are plain and do without these packages, so they are loaded with the first text that is
// not; by `require`, so that reading stays one synchronous step.
import { createRequire } from "node:module";
import type { Root } from "mdast";

type GfmLibrary = Pick<typeof import("mdast-util-from-markdown"), "fromMarkdown"> &
  Pick<typeof import("mdast-util-gfm"), "gfmFromMarkdown"> &
  Pick<typeof import("micromark-extension-gfm"), "gfm">;

export function parseGfm(markdown: string): Root {
  const { fromMarkdown, gfmFromMarkdown, gfm } = gfmLibrary();
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** The build joins the packages into one file; a checkout has them as they are. */
function gfmLibrary(): GfmLibrary {
  const load = createRequire(import.meta.url);
  if (import.meta.url.endsWith(".js")) return load("./markdown.cjs");
  return { ...load("mdast-util-from-markdown"), ...load("mdast-util-gfm"), ...load("micromark-extension-gfm") };
}
