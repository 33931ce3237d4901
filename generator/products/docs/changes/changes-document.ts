// Two versions of a table become a document for its readers: the codes that were added, changed, deprecated and removed, with the way on.
import { caseName } from "../../../diagnostic/case-name.ts";
import { comparisonOf, type ErrorPair } from "../../../evolution/pairs/comparison.ts";
import type { CaseModel, ErrorModel, LifecycleModel, Model } from "../../../model/model.ts";
import {
  type Block,
  code,
  type Document,
  type Inline,
  paragraph,
  type Words,
  words,
} from "../../../text/document/blocks.ts";
import { withoutProse } from "../../../text/document/prose.ts";
import type { DocsOptions } from "../../options.gen.ts";
import { noticeOf } from "../fragments/cell-words.ts";
import { languageNotes } from "../fragments/language-notes.ts";
import { errorText, type LocalizedTable, localizedTables, prose } from "../fragments/localized-table.ts";
import type { Label } from "../languages/language.ts";
import { bodyFacts, type ChangedFact, changedFacts, type Versions } from "./changed-facts.ts";

export interface ChangesRequest {
  readonly locale: string;
  readonly options: DocsOptions;
  /** A heading above those of the changes; absent in a page that has its own. */
  readonly title?: string;
}

/** Internal errors are never told of. */
export function changesDocument(old: Model, model: Model, { locale, options, title }: ChangesRequest): Document {
  const { old: before, new: after, ...comparison } = comparisonOf(old, model);
  const versions = { old: localizedTables(before, options)(locale), new: localizedTables(after, options)(locale) };
  const table = versions.new;
  const deprecated = comparison.errors.filter(
    (pair) => pair.new.deprecated !== undefined && pair.old.deprecated === undefined,
  );
  const chapters: readonly (readonly [Label, readonly (readonly Block[])[]])[] = [
    [
      "changesAdded",
      [
        ...comparison.added.map((error) => addedItem(error, table)),
        ...comparison.errors.flatMap((pair) => pair.addedCases.map((one) => caseItem(pair.new, one, table))),
      ],
    ],
    ["changesChanged", [...bodyItem(versions), ...comparison.errors.flatMap((pair) => changedItem(pair, versions))]],
    [
      "changesDeprecated",
      deprecated.flatMap(({ new: error }) =>
        error.deprecated ? [goneItem(error.code, "deprecated", error.deprecated, table)] : [],
      ),
    ],
    [
      "changesRemoved",
      [
        ...comparison.removed.map(({ code: gone }) => removedItem(gone, table)),
        ...comparison.errors.flatMap((pair) =>
          pair.removedCases.map(({ name }) => [paragraph([code(caseName(pair.old.code, name))])]),
        ),
      ],
    ],
  ];
  const level = options.headingLevel ?? 2;
  const shown = chapters.filter(([, items]) => items.length > 0);
  const blocks = [
    ...(title === undefined ? [] : [heading(level, [title])]),
    ...shown.flatMap(([label, items]): readonly Block[] => [
      heading(level + (title === undefined ? 0 : 1), [table.label(label)]),
      { kind: "list", items },
    ]),
    ...(shown.length === 0 ? [paragraph([table.label("unchanged")])] : []),
  ];
  return { language: locale, blocks: [...blocks, ...languageNotes(table, () => blocks)] };
}

function heading(level: number, content: Words): Block {
  return { kind: "heading", level: Math.min(6, level), content: words(content) };
}

function addedItem(error: ErrorModel, table: LocalizedTable): readonly Block[] {
  return described(codeWords(error.code, error.statuses, table), error, table);
}

function caseItem(error: ErrorModel, one: CaseModel, table: LocalizedTable): readonly Block[] {
  return described(codeWords(caseName(error.code, one.name), one.statuses, table), one, table);
}

function codeWords(name: string, statuses: readonly number[], { labels }: LocalizedTable): Words {
  const { openBracket, closeBracket, comma } = labels;
  return [code(name), ...(statuses.length === 0 ? [] : [`${openBracket}${statuses.join(comma)}${closeBracket}`])];
}

/** The meaning beside the code, and below it the way out for readers. */
function described(lead: Words, one: ErrorModel | CaseModel, table: LocalizedTable): readonly Block[] {
  const { colon } = table.labels;
  const meaning = errorText(table, one, "description");
  const solution = errorText(table, one, "solution");
  return withoutProse([
    meaning === undefined ? paragraph(lead) : prose(table, meaning, [...lead, colon]),
    ...(solution === undefined ? [] : [prose(table, solution, [table.boldLabel("solution"), colon])]),
  ]);
}

function changedItem(pair: ErrorPair, versions: Versions): readonly (readonly Block[])[] {
  const facts = changedFacts(pair, versions);
  if (facts.length === 0 && !pair.isRenamed) return [];
  const name: Words = pair.isRenamed ? [code(pair.old.code), ARROW, code(pair.new.code)] : [code(pair.new.code)];
  return [[paragraph(name), ...factList(facts, versions)]];
}

const ARROW = " → ";

function bodyItem(versions: Versions): readonly (readonly Block[])[] {
  const facts = bodyFacts(versions);
  return facts.length === 0 ? [] : [[paragraph([versions.new.model.title]), ...factList(facts, versions)]];
}

function factList(facts: readonly ChangedFact[], { new: { label, labels } }: Versions): readonly Block[] {
  const items = facts.map((fact): readonly Block[] => {
    const subject: readonly (string | Inline)[] = fact.of === undefined ? [] : [code(fact.of), labels.comma];
    return [paragraph([...subject, label(fact.label), labels.colon, ...fact.old, ARROW, ...fact.new])];
  });
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

/** The table says itself why a code went, and which one replaces it. */
function removedItem(gone: string, table: LocalizedTable): readonly Block[] {
  const retired = table.model.retired.find((one) => one.code === gone);
  return retired === undefined ? [paragraph([code(gone)])] : goneItem(gone, "retired", retired, table);
}

function goneItem(
  gone: string,
  notice: "deprecated" | "retired",
  facts: LifecycleModel,
  table: LocalizedTable,
): readonly Block[] {
  return withoutProse([paragraph([code(gone), table.labels.colon, ...noticeOf(table, notice, facts)])]);
}
