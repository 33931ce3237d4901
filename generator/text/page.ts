// A web page as data: elements, plain texts that are escaped where they are rendered, and blocks, also those of authors.
import type { Element, ElementContent, Properties } from "hast";
import type { Authored, Block, Inline } from "./blocks.ts";
import { h } from "./html/element.ts";
import type { Json } from "./json/value.ts";

export interface Page {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly title: string;
  readonly body: readonly ElementContent[];
  /** Every author's text in it. */
  readonly authored: Iterable<Authored>;
  /** CSS, as it is. */
  readonly style: string;
  /** JavaScript, as it is, which finds `data` in the page. */
  readonly script: string;
  readonly data: Json;
  /** The id of the element that holds the data. */
  readonly dataId: string;
}

/** Tells everybody which language the words before it are in. */
export function languageMark(language: string, properties: Properties = {}): Element {
  return h("sup", properties, language);
}

/** Stands for the elements that its blocks become. */
export interface BlocksNode {
  readonly type: "blocks";
  readonly blocks: readonly Block[];
  /** Stands at the end of their last line. */
  readonly mark?: Element | undefined;
}

export interface InlinesNode {
  readonly type: "inlines";
  readonly inlines: readonly Inline[];
}

declare module "hast" {
  interface ElementContentMap {
    readonly blocks: BlocksNode;
    readonly inlines: InlinesNode;
  }
  interface RootContentMap {
    readonly blocks: BlocksNode;
    readonly inlines: InlinesNode;
  }
}
