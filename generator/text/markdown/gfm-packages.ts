// The packages for GFM in a checkout, where they load with this module: Node 20 fails if a `require` and an `import` that is under
// way meet in one of their modules. The build joins them into one file instead.
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

interface GfmLibrary {
  readonly fromMarkdown: typeof fromMarkdown;
  readonly gfmFromMarkdown: typeof gfmFromMarkdown;
  readonly gfm: typeof gfm;
}

export const packages: GfmLibrary | undefined = { fromMarkdown, gfmFromMarkdown, gfm };
