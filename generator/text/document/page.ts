// A web page as data: elements, blocks, and plain texts that its printer escapes.
import type { Element, ElementContent } from "hast";
import type { Json } from "../json/value.ts";
import type { Block, Inline } from "./blocks.ts";

export interface Page {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly title: string;
  readonly body: readonly ElementContent[];
  /** CSS, as it is. */
  readonly style: string;
  /** JavaScript, as it is, which finds `data` in the page. */
  readonly script: string;
  readonly data: Json;
  /** The id of the element that holds the data. */
  readonly dataId: string;
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
