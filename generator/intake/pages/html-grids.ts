// The tables of an HTML page become grids, with spanned cells in all of their places.
import type { FoundCell, FoundGrid, FoundPage } from "./found-grid.ts";
import { type InlineSink, inlineSink } from "./html-inline.ts";
import { type HtmlToken, htmlTokens } from "./html-tokens.ts";

interface SpannedCell {
  readonly sink: InlineSink;
  readonly isHeader: boolean;
  readonly columns: number;
  readonly rows: number;
}

interface OpenTable {
  readonly at: number;
  title: string;
  readonly rows: SpannedCell[][];
  isHead: boolean;
  cell: InlineSink | undefined;
}

/** `title` is the heading above the text, where it is a part of a page. */
export function readHtml(html: string, heading = ""): FoundPage {
  const grids: FoundGrid[] = [];
  const samples: string[] = [];
  const tables: OpenTable[] = [];
  let [title, first, above] = ["", "", heading];
  let words: { readonly name: string; text: string } | undefined;
  for (const token of htmlTokens(html)) {
    const table = tables.at(-1);
    if (token.kind === "open" && token.name === "table") {
      tables.push({ at: token.at, title: above, rows: [], isHead: false, cell: undefined });
    } else if (token.kind === "close" && token.name === "table") {
      const ended = tables.pop();
      if (ended !== undefined) grids.push(gridOf(ended));
    } else if (token.kind === "open" && WORDS.test(token.name) && table?.cell === undefined) {
      words = { name: token.name, text: "" };
    } else if (words !== undefined) {
      if (token.kind === "text") words.text += token.text;
      if (token.kind !== "close" || token.name !== words.name) continue;
      const text = words.text.replaceAll(/\s+/g, " ").trim();
      if (words.name === "pre") samples.push(words.text);
      else if (words.name === "title") title = text;
      else if (words.name === "caption" && table !== undefined) table.title = text;
      else above = text;
      if (words.name === "h1" && first === "") first = text;
      words = undefined;
    } else if (table !== undefined) {
      addToTable(table, token);
    }
  }
  // Tables that the page never closes end with it.
  grids.push(...tables.map(gridOf));
  const shown = first || title;
  return { ...(shown === "" ? {} : { title: shown }), grids: grids.toSorted((a, b) => a.at - b.at), samples };
}

const WORDS = /^(?:h[1-6]|title|caption|pre)$/;
const MOST_COLUMNS = 64;

function addToTable(table: OpenTable, token: HtmlToken): void {
  const name = token.kind === "text" ? "" : token.name;
  if (name === "thead" || name === "tbody" || name === "tfoot") {
    table.isHead = token.kind === "open" && name === "thead";
    table.cell = undefined;
  } else if (name === "tr") {
    table.cell = undefined;
    if (token.kind === "open") table.rows.push([]);
  } else if (name === "td" || name === "th") {
    table.cell = undefined;
    if (token.kind !== "open") return;
    if (table.rows.length === 0) table.rows.push([]);
    const span = (attribute: string): number =>
      Math.max(1, Number.parseInt(token.attributes.get(attribute) ?? "", 10) || 1);
    const sink = inlineSink();
    const columns = Math.min(MOST_COLUMNS, span("colspan"));
    table.rows.at(-1)?.push({ sink, isHeader: name === "th" || table.isHead, columns, rows: span("rowspan") });
    table.cell = sink;
  } else {
    table.cell?.add(token);
  }
}

function gridOf({ at, title, rows }: OpenTable): FoundGrid {
  const expanded = expandSpans(rows);
  const heads = expanded.findIndex((row) => !row.every(({ isHeader }) => isHeader));
  // A row that spans all columns is a caption, or heads a section.
  const isHead = (row: readonly PlacedCell[]): boolean =>
    row.length < 2 || new Set(row.map(({ cell }) => cell).filter(({ plain }) => plain !== "")).size > 1;
  const last = expanded.slice(0, heads < 0 ? undefined : heads).findLastIndex(isHead);
  const from = last < 0 ? expanded.findIndex(isHead) : last;
  const cells = expanded.map((row) => row.map(({ cell }) => cell));
  const header = cells[Math.max(0, from)] ?? [];
  const same = (row: readonly FoundCell[]): boolean => row.every(({ plain }, index) => plain === header[index]?.plain);
  const others = cells.slice(Math.max(0, from) + 1).filter((row) => !same(row));
  return { ...(title === "" ? {} : { title }), at, header, rows: others };
}

const EMPTY: FoundCell = { plain: "", markdown: "" };

interface PlacedCell {
  readonly cell: FoundCell;
  readonly isHeader: boolean;
}

function expandSpans(rows: readonly (readonly SpannedCell[])[]): readonly (readonly PlacedCell[])[] {
  let spanned = new Map<number, PlacedCell & { readonly left: number }>();
  return rows.map((row) => {
    const placed: PlacedCell[] = [];
    const next: typeof spanned = new Map();
    const place = (cell: PlacedCell, left: number): void => {
      if (left > 0) next.set(placed.length, { ...cell, left });
      placed.push(cell);
    };
    const takeSpanned = (): void => {
      for (let above = spanned.get(placed.length); above !== undefined; above = spanned.get(placed.length))
        place(above, above.left - 1);
    };
    for (const { sink, isHeader, columns, rows: height } of row) {
      takeSpanned();
      const own = sink.cell();
      const cell = row.length === 1 && columns > 1 ? { ...own, isWide: true } : own;
      for (let count = 0; count < columns && placed.length < MOST_COLUMNS; count += 1) {
        // A header stands above all of its columns; other words stand in the first one.
        place({ cell: isHeader || count === 0 ? cell : EMPTY, isHeader }, height - 1);
        if (count + 1 < columns) takeSpanned();
      }
    }
    takeSpanned();
    spanned = next;
    return placed;
  });
}
