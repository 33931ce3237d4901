// The errors of a table become sections: a heading per code, and under it everything that the table says of the error.
import { statusLines } from "../../../model/http-status.ts";
import {
  type ErrorModel,
  type ExampleModel,
  type HeaderModel,
  type LifecycleModel,
  mainCase,
  type ParamModel,
  type RetiredModel,
} from "../../../model/model.ts";
import { type Block, code, type Inline, paragraph, type Words } from "../../../text/document/blocks.ts";
import type { JsonSchema } from "../../../text/json/value.ts";
import type { Label } from "../languages/language.ts";
import { chaptersOf } from "./chapters.ts";
import {
  ERROR_TEXTS,
  errorText,
  type LocalizedTable,
  linksOf,
  localized,
  marked,
  messageOf,
  prose,
} from "./localized-table.ts";
import { chapterHead, linkWords, type Notice, noticeWords } from "./shared-parts.ts";
import { RETRIES, typeWords } from "./type-words.ts";

export function* sectionBlocks(table: LocalizedTable): Generator<Block> {
  const { model, options } = table;
  const level = options.headingLevel ?? 3;
  for (const chapter of chaptersOf(table)) {
    yield* chapterHead(table, chapter, level);
    const below = chapter.title === undefined ? level : Math.min(6, level + 1);
    for (const error of chapter.errors) yield* section(table, error, below);
  }
  if (options.retired === false || model.retired.length === 0) return;
  yield { kind: "heading", level, content: [table.label("retired")] };
  for (const retired of model.retired) yield* retiredSection(table, retired, Math.min(6, level + 1));
}

function section(table: LocalizedTable, error: ErrorModel, level: number): readonly Block[] {
  const { deprecated } = error;
  const { params, headers, examples } = mainCase(error);
  const blocks = [codeHeading(table, error.code, level)];
  if (deprecated !== undefined) blocks.push({ kind: "quote", blocks: noticeBlocks(table, "deprecated", deprecated) });
  blocks.push(facts(table, error));
  for (const { field, label } of ERROR_TEXTS) {
    const text = errorText(table, error, field);
    if (text !== undefined) blocks.push(prose(table, text, [table.boldLabel(label), table.labels.colon]));
  }
  if (params.length > 0) blocks.push(labelLine(table, "params"), paramList(table, params));
  if (headers.length > 0) blocks.push(labelLine(table, "headers"), headerList(table, headers));
  const details = detailList(table, error);
  if (details !== undefined) blocks.push(labelLine(table, "details"), details);
  for (const example of examples)
    blocks.push(exampleLead(table, example, examples.length > 1), { kind: "json", value: example.body });
  const links = linkLine(table, error);
  if (links.length > 0) blocks.push(paragraph([table.boldLabel("seeAlso"), table.labels.colon, ...links]));
  return blocks;
}

function codeHeading({ anchors, options }: LocalizedTable, name: string, level: number): Block {
  const anchor = anchors.get(name);
  const heading = { kind: "heading", level, content: [code(name)] } as const;
  return anchor === undefined ? heading : { ...heading, anchor, anchorInHeading: options.anchorsInHeadings ?? false };
}

/** Readers may still meet the code on an old server. */
function retiredSection(table: LocalizedTable, retired: RetiredModel, level: number): readonly Block[] {
  return [codeHeading(table, retired.code, level), ...noticeBlocks(table, "retired", retired)];
}

export function noticeBlocks(table: LocalizedTable, notice: Notice, facts: LifecycleModel): readonly Block[] {
  const link = (name: string): Inline => {
    const anchor = table.model.errors.some((error) => error.code === name) ? table.anchors.get(name) : undefined;
    if (anchor === undefined) return code(name);
    return { kind: "link", url: `#${encodeURIComponent(anchor)}`, content: [code(name)] };
  };
  const line = paragraph(noticeWords(table, notice, facts, link));
  const reason = localized(table, facts.reason);
  return reason === undefined ? [line] : [line, prose(table, reason)];
}

function facts(table: LocalizedTable, error: ErrorModel): Block {
  const fact = (name: Label, value: string | Inline): Words => [table.boldLabel(name), table.labels.colon, value];
  const message = messageOf(table, error);
  const items = [fact("status", statusLines(error))];
  if (message !== undefined) items.push(fact("message", code(message)));
  if (error.retry !== undefined) items.push(fact("retry", table.label(RETRIES[error.retry])));
  if (error.since !== undefined) items.push(fact("since", error.since));
  return list(items);
}

function paramList(table: LocalizedTable, params: readonly ParamModel[]): Block {
  return list(
    params.map(({ name, type, description, example, enum: values }) => {
      const remarks = values === undefined ? [type] : typeWords({ enum: values });
      if (example !== undefined) remarks.push(table.labels.comma, table.label("forExample"), code(String(example)));
      return member(table, name, remarks, description);
    }),
  );
}

export function headerList(table: LocalizedTable, headers: readonly HeaderModel[]): Block {
  return list(headers.map(({ name, description, schema }) => member(table, name, typeWords(schema), description)));
}

/** Undefined where the error has no details of its own. */
export function detailList(table: LocalizedTable, error: ErrorModel): Block | undefined {
  const details = mainCase(error).details?.schema ?? {};
  const required = new Set((details["required"] ?? []) as readonly string[]);
  const members = Object.entries((details["properties"] ?? {}) as Readonly<Record<string, JsonSchema>>);
  if (members.length === 0) return undefined;
  return list(
    members.map(([name, schema]) => {
      const remarks = typeWords(schema);
      if (required.has(name)) remarks.push(table.labels.comma, table.label("required"));
      const description = typeof schema === "object" ? schema["description"] : undefined;
      return member(table, name, remarks, typeof description === "string" ? description : undefined);
    }),
  );
}

function exampleLead(table: LocalizedTable, { name, summary }: ExampleModel, isOneOfMany: boolean): Block {
  const words = afterColon(table, summary);
  const end = words.length === 0 ? [table.labels.colon.trimEnd()] : words;
  return paragraph([table.boldLabel("example"), ...(isOneOfMany ? [" ", code(name)] : []), ...end]);
}

function linkLine(table: LocalizedTable, error: ErrorModel): Words {
  const { comma } = table.labels;
  const links = linksOf(table, error);
  const listed = links === undefined ? [] : marked(links, linkWords(links.value, comma));
  if (error.documentation === undefined) return listed;
  const own: Inline = { kind: "link", url: error.documentation, content: [table.label("documentation")] };
  return listed.length === 0 ? [own] : [...listed, comma, own];
}

/** "`name` (type, remark): description" */
function member(table: LocalizedTable, name: string, remarks: Words, description: string | undefined): Words {
  const { openBracket, closeBracket } = table.labels;
  return [code(name), openBracket, ...remarks, closeBracket, ...afterColon(table, description)];
}

/** A text that nobody translates; nothing where there is none. */
function afterColon(table: LocalizedTable, own: string | undefined): Words {
  const text = localized(table, own);
  return text === undefined ? [] : [table.labels.colon, ...marked(text, [text.value])];
}

function labelLine(table: LocalizedTable, name: Label): Block {
  return paragraph([table.boldLabel(name), table.labels.colon.trimEnd()]);
}

function list(items: readonly Words[]): Block {
  return { kind: "list", items: items.map((item) => [paragraph(item)]) };
}
