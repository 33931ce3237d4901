// The model becomes docs fragments: per language a table of all errors, and a section per error.
import type { Artifact, Emitter } from "../../artifact.ts";
import type { Authored, Block } from "../../blocks.ts";
import type { DocsOptions } from "../../config/config.gen.ts";
import { type Edition, editionOf, withHead } from "./edition.ts";
import { sectionBlocks } from "./sections.ts";
import { tableBlocks } from "./table.ts";

export const docs: Emitter<DocsOptions> = {
  kind: "docs",
  emit(model, options) {
    const author = authors();
    return (options.locales ?? model.locales).flatMap((locale) =>
      (options.formats ?? FORMATS).map((format): Artifact => {
        const edition = editionOf(model, locale, author);
        const { name, blocks } = FRAGMENTS[format];
        return { kind: "markdown", path: `${name}.${locale}.md`, blocks: withHead(edition, blocks(edition, options)) };
      }),
    );
  },
};

type Format = NonNullable<DocsOptions["formats"]>[number];

interface Fragment {
  readonly name: string;
  readonly blocks: (edition: Edition, options: DocsOptions) => readonly Block[];
}

const FORMATS: readonly Format[] = ["gfm-table", "gfm-sections"];

const FRAGMENTS: Readonly<Record<Format, Fragment>> = {
  "gfm-table": { name: "table", blocks: tableBlocks },
  "gfm-sections": { name: "sections", blocks: sectionBlocks },
};

/** Equal texts become one object, so that each is read once, whatever languages and formats show it. */
function authors(): Edition["author"] {
  const known = new Map<string, Authored>();
  return (markdown) => {
    const source = known.get(markdown) ?? { markdown };
    known.set(markdown, source);
    return source;
  };
}
