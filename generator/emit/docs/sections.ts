// The errors of a table as sections: one heading per code, and under it everything that a reader who met it may ask.
import { type Block, code, type Inline, paragraph, text } from "../../blocks.ts";
import type { DocsOptions } from "../../config/config.gen.ts";
import { statusLine } from "../../model/http-status.ts";
import type { JsonObject, JsonSchema } from "../../model/json.ts";
import type { ErrorModel } from "../../model/model.ts";
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
import { chapterHead, deprecation, linkInlines } from "./parts.ts";
import { typeWords } from "./type-words.ts";

export function sectionBlocks(edition: Edition, options: DocsOptions): readonly Block[] {
  const level = options.headingLevel ?? 3;
  const codes = new Set(edition.model.errors.map((error) => error.code));
  return chaptersOf(edition, options.order).flatMap((chapter) => [
    ...chapterHead(edition, chapter, level),
    ...chapter.errors.flatMap((error) =>
      section(edition, error, chapter.title === undefined ? level : Math.min(6, level + 1), codes),
    ),
  ]);
}

function section(edition: Edition, error: ErrorModel, level: number, codes: ReadonlySet<string>): readonly Block[] {
  return [
    { kind: "heading", level, anchor: error.code, content: [code(error.code)] },
    ...deprecationBlocks(edition, error, codes),
    facts(edition, error),
    ...textBlocks(edition, error),
    ...paramBlocks(edition, error),
    ...headerBlocks(edition, error),
    ...detailBlocks(edition, error),
    ...exampleBlocks(edition, error),
    ...linkBlocks(edition, error),
  ];
}

function deprecationBlocks(edition: Edition, { deprecated }: ErrorModel, codes: ReadonlySet<string>): readonly Block[] {
  if (deprecated === undefined) return [];
  const target = (name: string): Inline =>
    codes.has(name) ? { kind: "link", url: `#${encodeURIComponent(name)}`, content: [code(name)] } : code(name);
  const reason = shown(edition, deprecated.reason);
  const blocks = [paragraph(...deprecation(edition, deprecated, target))];
  return [{ kind: "quote", blocks: reason === undefined ? blocks : [...blocks, authored(edition, reason)] }];
}

function facts(edition: Edition, error: ErrorModel): Block {
  const { labels } = edition;
  const message = messageOf(edition, error);
  const lines = [labelled(edition, labels.status, text(statusLine(error.status)))];
  if (message !== undefined) lines.push(labelled(edition, labels.message, code(message)));
  if (error.retry !== undefined) lines.push(labelled(edition, labels.retry, text(labels.retries[error.retry])));
  if (error.since !== undefined) lines.push(labelled(edition, labels.since, text(error.since)));
  return list(lines);
}

function textBlocks(edition: Edition, error: ErrorModel): readonly Block[] {
  const cause = descriptionOf(edition, error);
  const solution = solutionOf(edition, error);
  const blocks: Block[] = [];
  if (cause !== undefined) blocks.push(authored(edition, cause, ...labelled(edition, edition.labels.cause)));
  if (solution !== undefined) blocks.push(authored(edition, solution, ...labelled(edition, edition.labels.solution)));
  return blocks;
}

function paramBlocks(edition: Edition, { params }: ErrorModel): readonly Block[] {
  const { labels } = edition;
  const items = params.map(({ name, type, description, example, enum: values }) => {
    const remarks: Inline[][] = [values === undefined ? [text(type)] : typeWords({ enum: values })];
    if (example !== undefined) remarks.push([text(labels.forExample), code(String(example))]);
    return member(edition, name, remarks, description);
  });
  return labelledList(edition, labels.params, items);
}

function headerBlocks(edition: Edition, { headers }: ErrorModel): readonly Block[] {
  const items = headers.map(({ name, description, schema }) => member(edition, name, [typeWords(schema)], description));
  return labelledList(edition, edition.labels.headers, items);
}

function detailBlocks(edition: Edition, { details }: ErrorModel): readonly Block[] {
  const properties = Object.entries((details?.["properties"] ?? {}) as JsonObject);
  const required = new Set((details?.["required"] ?? []) as readonly string[]);
  const items = properties.map(([name, schema]) => {
    const remarks = [typeWords(schema as JsonSchema), ...(required.has(name) ? [[text(edition.labels.required)]] : [])];
    const description = typeof schema === "object" ? (schema as JsonObject)["description"] : undefined;
    return member(edition, name, remarks, typeof description === "string" ? description : undefined);
  });
  return labelledList(edition, edition.labels.details, items);
}

function exampleBlocks(edition: Edition, { examples }: ErrorModel): readonly Block[] {
  return examples.flatMap(({ name, summary, body }): readonly Block[] => {
    const words = shown(edition, summary);
    const lead: Inline[] = [{ kind: "strong", content: [text(edition.labels.example)] }];
    if (examples.length > 1) lead.push(text(" "), code(name));
    lead.push(text(words === undefined ? edition.labels.colon.trimEnd() : edition.labels.colon));
    if (words !== undefined) lead.push(...noted(words, text(words.value)));
    return [paragraph(...lead), { kind: "json", value: body }];
  });
}

function linkBlocks(edition: Edition, error: ErrorModel): readonly Block[] {
  const { labels } = edition;
  const links = linksOf(edition, error);
  const words = links === undefined ? [] : [...noted(links, ...linkInlines(links.value, labels.comma))];
  if (error.documentation !== undefined) {
    if (words.length > 0) words.push(text(labels.comma));
    words.push(...linkInlines([{ title: labels.documentation, url: error.documentation }], labels.comma));
  }
  return words.length === 0 ? [] : [paragraph(...labelled(edition, labels.seeAlso, ...words))];
}

/** "`name` (type, remark): what it is" */
function member(
  edition: Edition,
  name: string,
  remarks: readonly (readonly Inline[])[],
  words: string | undefined,
): readonly Inline[] {
  const { brackets, comma, colon } = edition.labels;
  const inner = remarks.flatMap((remark, index) => (index === 0 ? remark : [text(comma), ...remark]));
  const description = shown(edition, words);
  return [
    code(name),
    text(brackets[0]),
    ...inner,
    text(brackets[1]),
    ...(description === undefined ? [] : [text(colon), ...noted(description, text(description.value))]),
  ];
}

function labelled({ labels }: Edition, label: string, ...words: readonly Inline[]): readonly Inline[] {
  return [{ kind: "strong", content: [text(label)] }, text(labels.colon), ...words];
}

function labelledList(edition: Edition, label: string, items: readonly (readonly Inline[])[]): readonly Block[] {
  if (items.length === 0) return [];
  return [paragraph({ kind: "strong", content: [text(label)] }, text(edition.labels.colon.trimEnd())), list(items)];
}

function list(items: readonly (readonly Inline[])[]): Block {
  return { kind: "list", items: items.map((item) => [paragraph(...item)]) };
}
