// The operations of a table become sections: a heading per operation, and under it a table of the errors that it may answer with.
import type { OperationModel } from "../../../model/model.ts";
import { answeredPart } from "../../../model/operation-answers.ts";
import { type Block, code, type Inline, paragraph } from "../../../text/document/blocks.ts";
import { operationKey } from "./anchors.ts";
import { type Subject, subjectsOf } from "./cell-words.ts";
import { inOrder } from "./chapters.ts";
import type { LocalizedTable } from "./localized-table.ts";
import { anchoredHeading, anchorUrl } from "./shared-parts.ts";
import { COLUMNS_OF_TABLES, columnsOf, rowsOf } from "./table-fragment.ts";

export function* operationBlocks(table: LocalizedTable): Generator<Block> {
  const { model, options, labels } = table;
  const level = options.headingLevel ?? 3;
  const errors = new Map(model.errors.map((error) => [error.code, error]));
  const sections = model.operations
    .map((operation) => ({ name: operation.name, subjects: subjectsIn(table, operation, errors) }))
    .filter(({ subjects }) => subjects.length > 0);
  if (sections.length === 0) yield paragraph([table.label("noOperations")]);
  const all = sections.flatMap(({ subjects }) => subjects);
  const { names, header, widths } = columnsOf(table, COLUMNS_OF_TABLES, all);
  const hasCommon = sections.some(({ name }) => name === "*");
  for (const { name, subjects } of sections) {
    const title = name === "*" ? table.label("commonAnswers") : code(name);
    yield anchoredHeading(table, operationKey(name), title, level);
    yield { kind: "table", header, widths, rows: rowsOf(table, subjects, names) };
    if (hasCommon && name !== "*") yield paragraph([table.boldLabel("seeAlso"), labels.colon, commonLink(table)]);
  }
}

type Errors = ReadonlyMap<string, LocalizedTable["model"]["errors"][number]>;

/** The errors that an operation may answer with, each with the cases, statuses and meanings that it names. */
function subjectsIn(table: LocalizedTable, { answers }: OperationModel, errors: Errors): readonly Subject[] {
  const codes = new Set(answers.map((answer) => answer.code));
  const parts = Array.from(codes, (one) => errors.get(one)).flatMap((error) =>
    error === undefined ? [] : (answeredPart(error, answers) ?? []),
  );
  return inOrder(table, parts).flatMap((error) =>
    subjectsOf(error, true).map((subject): Subject => {
      const name = subject.isCase ? subject.facts.name : undefined;
      const own = answers.filter((answer) => answer.code === error.code && answer.case === name);
      return { ...subject, answers: own };
    }),
  );
}

function commonLink(table: LocalizedTable): Inline {
  const title = table.label("commonAnswers");
  const url = anchorUrl(table, operationKey("*"));
  return url === undefined ? title : { kind: "link", url, content: [title] };
}
