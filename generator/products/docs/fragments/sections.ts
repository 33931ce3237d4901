// The errors of a table become sections: a heading per code, and under it everything that the table says of the error and its cases.
import { caseName } from "../../../diagnostic/case-name.ts";
import { memoize } from "../../../diagnostic/memoize.ts";
import { errorParts } from "../../../model/error-parts.ts";
import { statusLines } from "../../../model/http-status.ts";
import type { CaseModel, ErrorModel, ExampleModel, LifecycleModel, Model, RetiredModel } from "../../../model/model.ts";
import { type Block, code, type Inline, paragraph, type Words } from "../../../text/document/blocks.ts";
import { pointerText } from "../../../text/json/pointer.ts";
import type { Label } from "../languages/language.ts";
import { caseKey } from "./anchors.ts";
import { answerBlocks } from "./answers.ts";
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
import { afterColon, detailList, headerList, listBlocks, paramList } from "./member-lists.ts";
import {
  anchoredHeading,
  anchorUrl,
  bodyBlock,
  chapterHead,
  joinedWords,
  linkedCode,
  linkWords,
  type Notice,
  noticeWords,
  sentenceWith,
  tagWords,
} from "./shared-parts.ts";
import { RETRY_LABELS } from "./type-words.ts";

export function* sectionBlocks(table: LocalizedTable): Generator<Block> {
  const { model, options } = table;
  const level = options.headingLevel ?? 3;
  yield* listNote(table);
  for (const chapter of chaptersOf(table)) {
    yield* chapterHead(table, chapter, level);
    const below = chapter.title === undefined ? level : level + 1;
    for (const error of chapter.errors) yield* section(table, error, below);
  }
  if (options.retired === false || model.retired.length === 0) return;
  yield { kind: "heading", level, content: [table.label("retired")] };
  for (const retired of model.retired) yield* retiredSection(table, retired, level + 1);
}

/** The examples are items where a response holds a list of errors. */
export function listNote(table: LocalizedTable): readonly Block[] {
  const { list } = table.model.body;
  if (list === undefined) return [];
  if (list.at.length === 0) return [paragraph([table.label("listedAlone")])];
  return [paragraph(sentenceWith(table, "listed", code(pointerText(list.at))))];
}

function section(table: LocalizedTable, error: ErrorModel, level: number): readonly Block[] {
  const { code, deprecated, documentation } = error;
  const { shared, cases } = errorParts(error);
  const notice: Block[] =
    deprecated === undefined ? [] : [{ kind: "quote", blocks: noticeBlocks(table, "deprecated", deprecated) }];
  return [
    codeHeading(table, code, code, level),
    ...notice,
    ...listBlocks([...factsOf(table, shared), ...errorFacts(table, error)]),
    ...texts(table, error),
    ...memberBlocks(table, shared),
    ...answerBlocks(table, error, table.boldLabel("answerOf")),
    ...linkLine(table, linksOf(table, error), documentation),
    ...cases.flatMap((one) => caseBlocks(table, error, one, level + 1)),
  ];
}

function caseBlocks(table: LocalizedTable, { code }: ErrorModel, one: CaseModel, level: number): readonly Block[] {
  return [
    codeHeading(table, caseKey(code, one.name), caseName(code, one.name), level),
    ...listBlocks(factsOf(table, one)),
    ...texts(table, one),
    ...memberBlocks(table, one),
    ...linkLine(table, linksOf(table, one)),
  ];
}

function codeHeading(table: LocalizedTable, key: string, name: string, level: number): Block {
  return anchoredHeading(table, key, code(name), level);
}

/** Readers may still meet the code on an old server. */
function retiredSection(table: LocalizedTable, retired: RetiredModel, level: number): readonly Block[] {
  return [codeHeading(table, retired.code, retired.code, level), ...noticeBlocks(table, "retired", retired)];
}

export function noticeBlocks(table: LocalizedTable, notice: Notice, facts: LifecycleModel): readonly Block[] {
  const link = (name: string): Inline => {
    return linkedCode(name, retiredIn(table.model).has(name) ? undefined : anchorUrl(table, name));
  };
  const line = paragraph(noticeWords(table, notice, facts, link));
  const reason = localized(table, facts.reason);
  return reason === undefined ? [line] : [line, prose(table, reason)];
}

const retiredIn = memoize(({ retired }: Model) => new Set(retired.map(({ code }) => code)));

type Fact = Words;

/** The facts that cases have. */
function factsOf(table: LocalizedTable, one: CaseModel): readonly Fact[] {
  const message = messageOf(table, one);
  return [
    ...(one.statuses.length === 0 ? [] : [fact(table, "status", [statusLines(one)])]),
    ...(message === undefined ? [] : [fact(table, "message", [code(message)])]),
    ...(one.retry === undefined ? [] : [fact(table, "retry", [table.label(RETRY_LABELS[one.retry])])]),
  ];
}

/** The facts that only whole errors have. */
function errorFacts(table: LocalizedTable, { code: key, wireCode, tags, since }: ErrorModel): readonly Fact[] {
  return [
    ...(String(wireCode) === key ? [] : [fact(table, "wireCode", [code(String(wireCode))])]),
    ...(tags.length === 0 ? [] : [fact(table, "tags", tagWords(table, tags))]),
    ...(since === undefined ? [] : [fact(table, "since", [since])]),
  ];
}

function fact(table: LocalizedTable, name: Label, value: Words): Fact {
  return [table.boldLabel(name), table.labels.colon, ...value];
}

function texts(table: LocalizedTable, one: ErrorModel | CaseModel): readonly Block[] {
  return ERROR_TEXTS.flatMap(({ field, label }) => {
    const text = errorText(table, one, field);
    return text === undefined ? [] : [prose(table, text, [table.boldLabel(label), table.labels.colon])];
  });
}

function memberBlocks(table: LocalizedTable, one: CaseModel): readonly Block[] {
  const { examples } = one;
  return [
    ...labelled(table, "params", paramList(table, one)),
    ...labelled(table, "headers", headerList(table, one)),
    ...labelled(table, "details", detailList(table, one)),
    ...examples.flatMap((example): readonly Block[] => [
      exampleLead(table, example, examples.length > 1),
      bodyBlock(example.body, table.model),
    ]),
  ];
}

/** Blocks below a line with their label; nothing where there are none. */
function labelled(table: LocalizedTable, name: Label, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [paragraph([table.boldLabel(name), table.labels.colon.trimEnd()]), ...blocks];
}

function exampleLead(table: LocalizedTable, { name, summary }: ExampleModel, isOneOfMany: boolean): Block {
  const words = afterColon(table, summary);
  const end = words.length === 0 ? [table.labels.colon.trimEnd()] : words;
  return paragraph([table.boldLabel("example"), ...(isOneOfMany ? [" ", code(name)] : []), ...end]);
}

function linkLine(table: LocalizedTable, links: ReturnType<typeof linksOf>, documentation?: string): readonly Block[] {
  const { comma } = table.labels;
  const listed = links === undefined ? [] : [marked(links, linkWords(links.value, comma))];
  const own: Words[] =
    documentation === undefined
      ? []
      : [[{ kind: "link", url: documentation, content: [table.label("documentation")] }]];
  const all = joinedWords([...listed, ...own], comma);
  return all.length === 0 ? [] : [paragraph([table.boldLabel("seeAlso"), table.labels.colon, ...all])];
}
