// The articles of a chapter become rows: few enough for a browser to lay them out while a reader scrolls, and enough that it
// has to watch few of them.
import { createHash } from "node:crypto";
import type { Element, ElementContent } from "hast";
import { h } from "../../../../text/html/element.ts";
import { CLASS } from "../centre-names.ts";

export function inRows<Error extends { readonly code: string }>(
  errors: readonly Error[],
  articleOf: (error: Error) => Element,
): ElementContent[] {
  const marks = errors.map(({ code }) => createHash("sha256").update(code).digest("hex"));
  const rows: ElementContent[][] = [];
  for (const [at, error] of errors.entries()) {
    if (at === 0 || isLeast(marks, at)) rows.push([]);
    rows.at(-1)?.push(LINE_END, articleOf(error));
  }
  return rows.flatMap((articles) => [LINE_END, h("div", { className: [CLASS.rows] }, [...articles, LINE_END])]);
}

/** Most rows have from six to eighteen articles. */
const NEAR = 5;

/** Rows begin where a mark is less than those of its neighbours, so that a code more or less moves no borders but those near it. */
function isLeast(marks: readonly string[], at: number): boolean {
  const mark = marks[at] ?? "";
  const around = [...marks.slice(Math.max(0, at - NEAR), at), ...marks.slice(at + 1, at + 1 + NEAR)];
  return around.every((other) => mark < other);
}

const LINE_END: ElementContent = { type: "text", value: "\n" };
