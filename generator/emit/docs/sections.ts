// The errors of a table as sections: one heading per code, and under it everything that a reader who met it may ask.
import { type Block, code, type Inline, paragraph, type Words } from "../../blocks.ts";
import type { DocsOptions } from "../../config/config.gen.ts";
import { statusLine } from "../../model/http-status.ts";
import type { Json, JsonObject, JsonSchema } from "../../model/json.ts";
import type { ErrorModel, ExampleModel, HeaderModel, LifecycleModel, ParamModel } from "../../model/model.ts";
import {
  authored,
  chaptersOf,
  descriptionOf,
  type Edition,
  linksOf,
  messageOf,
  noted,
  shown,
  solutionOf,
} from "./edition.ts";
import { chapterHead, deprecation, linkWords } from "./parts.ts";
import { typeWords } from "./type-words.ts";

export function* sectionBlocks(edition: Edition, options: DocsOptions): Generator<Block> {
  const level = options.headingLevel ?? 3;
  const codes = new Set(edition.model.errors.map((error) => error.code));
  for (const chapter of chaptersOf(edition, options.order)) {
    yield* chapterHead(edition, chapter, level);
    const below = chapter.title === undefined ? level : Math.min(6, level + 1);
    for (const error of chapter.errors) yield* section(edition, error, below, codes);
  }
}

function section(edition: Edition, error: ErrorModel, level: number, codes: ReadonlySet<string>): readonly Block[] {
  const { labels } = edition;
  const heading: Block = { kind: "heading", level, anchor: error.code, content: [code(error.code)] };
  const blocks: Block[] = [heading];
  if (error.deprecated !== undefined) blocks.push(deprecationBlock(edition, error.deprecated, codes));
  blocks.push(facts(edition, error));
  const cause = descriptionOf(edition, error);
  if (cause !== undefined) blocks.push(authored(edition, cause, [edition.bold(labels.cause), labels.colon]));
  const solution = solutionOf(edition, error);
  if (solution !== undefined) blocks.push(authored(edition, solution, [edition.bold(labels.solution), labels.colon]));
  if (error.params.length > 0) blocks.push(label(edition, labels.params), paramList(edition, error.params));
  if (error.headers.length > 0) blocks.push(label(edition, labels.headers), headerList(edition, error.headers));
  const members = Object.entries((error.details?.["properties"] ?? {}) as JsonObject);
  if (members.length > 0) blocks.push(label(edition, labels.details), detailList(edition, error, members));
  for (const example of error.examples) {
    blocks.push(exampleLead(edition, example, error.examples.length > 1), { kind: "json", value: example.body });
  }
  const pages = pageWords(edition, error);
  if (pages.length > 0) blocks.push(paragraph([edition.bold(labels.seeAlso), labels.colon, ...pages]));
  return blocks;
}

export function deprecationBlock(edition: Edition, deprecated: LifecycleModel, codes: ReadonlySet<string>): Block {
  const target = (name: string): Inline =>
    codes.has(name) ? { kind: "link", url: `#${encodeURIComponent(name)}`, content: [code(name)] } : code(name);
  const reason = shown(edition, deprecated.reason);
  const blocks = [paragraph(deprecation(edition, deprecated, target))];
  return { kind: "quote", blocks: reason === undefined ? blocks : [...blocks, authored(edition, reason)] };
}

function facts(edition: Edition, error: ErrorModel): Block {
  const { labels } = edition;
  const fact = (name: string, value: string | Inline): Words => [edition.bold(name), labels.colon, value];
  const message = messageOf(edition, error);
  const items = [fact(labels.status, statusLine(error.status))];
  if (message !== undefined) items.push(fact(labels.message, code(message)));
  if (error.retry !== undefined) items.push(fact(labels.retry, labels.retries[error.retry]));
  if (error.since !== undefined) items.push(fact(labels.since, error.since));
  return list(items);
}

function paramList(edition: Edition, params: readonly ParamModel[]): Block {
  const { comma, forExample } = edition.labels;
  return list(
    params.map(({ name, type, description, example, enum: values }) => {
      const remarks = values === undefined ? [type] : typeWords({ enum: values });
      if (example !== undefined) remarks.push(comma, forExample, code(String(example)));
      return member(edition, name, remarks, description);
    }),
  );
}

export function headerList(edition: Edition, headers: readonly HeaderModel[]): Block {
  return list(headers.map(({ name, description, schema }) => member(edition, name, typeWords(schema), description)));
}

export function detailList(
  edition: Edition,
  { details }: ErrorModel,
  members: readonly (readonly [string, Json])[],
): Block {
  const required = new Set((details?.["required"] ?? []) as readonly string[]);
  return list(
    members.map(([name, schema]) => {
      const remarks = typeWords(schema as JsonSchema);
      if (required.has(name)) remarks.push(edition.labels.comma, edition.labels.required);
      const description = typeof schema === "object" ? (schema as JsonObject)["description"] : undefined;
      return member(edition, name, remarks, typeof description === "string" ? description : undefined);
    }),
  );
}

function exampleLead(edition: Edition, { name, summary }: ExampleModel, isOneOfMany: boolean): Block {
  const { example, colon } = edition.labels;
  const told = shown(edition, summary);
  const which = isOneOfMany ? [" ", code(name)] : [];
  const rest = told === undefined ? [colon.trimEnd()] : [colon, ...noted(told, [told.value])];
  return paragraph([edition.bold(example), ...which, ...rest]);
}

function pageWords(edition: Edition, error: ErrorModel): Words {
  const { documentation: title, comma } = edition.labels;
  const links = linksOf(edition, error);
  const pages = links === undefined ? [] : noted(links, linkWords(links.value, comma));
  if (error.documentation === undefined) return pages;
  const own = linkWords([{ title, url: error.documentation }], comma);
  return pages.length === 0 ? own : [...pages, comma, ...own];
}

/** "`name` (type, remark): what it is" */
function member(edition: Edition, name: string, remarks: Words, description: string | undefined): Words {
  const { brackets, colon } = edition.labels;
  const parts = [code(name), brackets[0], ...remarks, brackets[1]];
  const told = shown(edition, description);
  if (told !== undefined) parts.push(colon, ...noted(told, [told.value]));
  return parts;
}

function label(edition: Edition, name: string): Block {
  return paragraph([edition.bold(name), edition.labels.colon.trimEnd()]);
}

function list(items: readonly Words[]): Block {
  return { kind: "list", items: items.map((item) => [paragraph(item)]) };
}
