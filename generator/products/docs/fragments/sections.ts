// The errors of a table as sections: one heading per code, and under it everything that a reader who met it may ask.

import { statusLine } from "../../../model/http-status.ts";
import type {
  ErrorModel,
  ExampleModel,
  HeaderModel,
  LifecycleModel,
  ParamModel,
  RetiredModel,
} from "../../../model/model.ts";
import { type Block, code, type Inline, paragraph, type Words } from "../../../text/blocks.ts";
import type { Json, JsonObject, JsonSchema } from "../../../text/json/value.ts";
import type { Label } from "../languages/language.ts";
import { chaptersOf } from "./chapters.ts";
import {
  authored,
  descriptionOf,
  type Edition,
  linksOf,
  messageOf,
  noted,
  shown,
  solutionOf,
} from "./localized-table.ts";
import { chapterHead, lifecycle, linkWords } from "./shared-parts.ts";
import { RETRIES, typeWords } from "./type-words.ts";

export function* sectionBlocks(edition: Edition): Generator<Block> {
  const { model, options } = edition;
  const level = options.headingLevel ?? 3;
  for (const chapter of chaptersOf(edition)) {
    yield* chapterHead(edition, chapter, level);
    const below = chapter.title === undefined ? level : Math.min(6, level + 1);
    for (const error of chapter.errors) yield* section(edition, error, below);
  }
  if (options.retired === false || model.retired.length === 0) return;
  yield { kind: "heading", level, content: [edition.say("retired")] };
  for (const retired of model.retired) yield* retiredSection(edition, retired, Math.min(6, level + 1));
}

function section(edition: Edition, error: ErrorModel, level: number): readonly Block[] {
  const { labels } = edition;
  const blocks = [codeHeading(edition, error.code, level)];
  if (error.deprecated !== undefined)
    blocks.push({ kind: "quote", blocks: lifecycleBlocks(edition, "deprecated", error.deprecated) });
  blocks.push(facts(edition, error));
  const cause = descriptionOf(edition, error);
  if (cause !== undefined) blocks.push(authored(edition, cause, [edition.bold("cause"), labels.colon]));
  const solution = solutionOf(edition, error);
  if (solution !== undefined) blocks.push(authored(edition, solution, [edition.bold("solution"), labels.colon]));
  if (error.params.length > 0) blocks.push(label(edition, "params"), paramList(edition, error.params));
  if (error.headers.length > 0) blocks.push(label(edition, "headers"), headerList(edition, error.headers));
  const members = Object.entries((error.details?.["properties"] ?? {}) as JsonObject);
  if (members.length > 0) blocks.push(label(edition, "details"), detailList(edition, error, members));
  for (const example of error.examples) {
    blocks.push(exampleLead(edition, example, error.examples.length > 1), { kind: "json", value: example.body });
  }
  const pages = pageWords(edition, error);
  if (pages.length > 0) blocks.push(paragraph([edition.bold("seeAlso"), labels.colon, ...pages]));
  return blocks;
}

function codeHeading({ anchors, options }: Edition, name: string, level: number): Block {
  const anchor = anchors.get(name);
  const content = [code(name)];
  if (anchor === undefined) return { kind: "heading", level, content };
  return { kind: "heading", level, anchor, anchorInHeading: options.anchorsInHeadings ?? false, content };
}

/** A reader with an old server's code finds it, and what took its place. */
function retiredSection(edition: Edition, retired: RetiredModel, level: number): readonly Block[] {
  return [codeHeading(edition, retired.code, level), ...lifecycleBlocks(edition, "retired", retired)];
}

export function lifecycleBlocks(
  edition: Edition,
  kind: "deprecated" | "retired",
  facts: LifecycleModel,
): readonly Block[] {
  const shownHere = new Set(edition.model.errors.map((error) => error.code));
  const target = (name: string): Inline => {
    const anchor = shownHere.has(name) ? edition.anchors.get(name) : undefined;
    if (anchor === undefined) return code(name);
    return { kind: "link", url: `#${encodeURIComponent(anchor)}`, content: [code(name)] };
  };
  const reason = shown(edition, facts.reason);
  const notice = paragraph(lifecycle(edition, kind, facts, target));
  return reason === undefined ? [notice] : [notice, authored(edition, reason)];
}

function facts(edition: Edition, error: ErrorModel): Block {
  const { labels } = edition;
  const fact = (name: Label, value: string | Inline): Words => [edition.bold(name), labels.colon, value];
  const message = messageOf(edition, error);
  const items = [fact("status", statusLine(error.status))];
  if (message !== undefined) items.push(fact("message", code(message)));
  if (error.retry !== undefined) items.push(fact("retry", edition.say(RETRIES[error.retry])));
  if (error.since !== undefined) items.push(fact("since", error.since));
  return list(items);
}

function paramList(edition: Edition, params: readonly ParamModel[]): Block {
  const { comma } = edition.labels;
  return list(
    params.map(({ name, type, description, example, enum: values }) => {
      const remarks = values === undefined ? [type] : typeWords({ enum: values });
      if (example !== undefined) remarks.push(comma, edition.say("forExample"), code(String(example)));
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
      if (required.has(name)) remarks.push(edition.labels.comma, edition.say("required"));
      const description = typeof schema === "object" ? (schema as JsonObject)["description"] : undefined;
      return member(edition, name, remarks, typeof description === "string" ? description : undefined);
    }),
  );
}

function exampleLead(edition: Edition, { name, summary }: ExampleModel, isOneOfMany: boolean): Block {
  const { colon } = edition.labels;
  const told = shown(edition, summary);
  const which = isOneOfMany ? [" ", code(name)] : [];
  const rest = told === undefined ? [colon.trimEnd()] : [colon, ...noted(told, [told.value])];
  return paragraph([edition.bold("example"), ...which, ...rest]);
}

function pageWords(edition: Edition, error: ErrorModel): Words {
  const { comma } = edition.labels;
  const links = linksOf(edition, error);
  const pages = links === undefined ? [] : noted(links, linkWords(links.value, comma));
  if (error.documentation === undefined) return pages;
  const own: Inline = { kind: "link", url: error.documentation, content: [edition.say("documentation")] };
  return pages.length === 0 ? [own] : [...pages, comma, own];
}

/** "`name` (type, remark): what it is" */
function member(edition: Edition, name: string, remarks: Words, description: string | undefined): Words {
  const { openBracket, closeBracket, colon } = edition.labels;
  const parts = [code(name), openBracket, ...remarks, closeBracket];
  const told = shown(edition, description);
  if (told !== undefined) parts.push(colon, ...noted(told, [told.value]));
  return parts;
}

function label(edition: Edition, name: Label): Block {
  return paragraph([edition.bold(name), edition.labels.colon.trimEnd()]);
}

function list(items: readonly Words[]): Block {
  return { kind: "list", items: items.map((item) => [paragraph(item)]) };
}
