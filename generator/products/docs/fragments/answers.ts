// The operations that may answer with an error become a line of names, and an item for each that says more about the error.

import type { ErrorModel } from "../../../model/model.ts";
import type { OperationAnswer } from "../../../model/operation-answers.ts";
import { type Block, code, type Inline, paragraph, type Words, words } from "../../../text/document/blocks.ts";
import { withoutProse } from "../../../text/document/prose.ts";
import { type LocalizedTable, localized, prose } from "./localized-table.ts";
import { joinedWords } from "./shared-parts.ts";

/** With a label before the names, or on a line of its own before the items. */
export function answerBlocks(table: LocalizedTable, { code: key }: ErrorModel, label?: Inline): readonly Block[] {
  const { colon, comma } = table.labels;
  const answers = table.answers.get(key) ?? [];
  const plain = answers.filter(({ description }) => description === undefined);
  const names = joinedWords(
    plain.map((answer) => answerWords(table, answer)),
    comma,
  );
  const items = answers.flatMap((answer): readonly (readonly Block[])[] => {
    const text = localized(table, answer.description);
    return text === undefined ? [] : [withoutProse([prose(table, text, [...answerWords(table, answer), colon])])];
  });
  const lead = label === undefined ? [] : [label, names.length === 0 ? colon.trimEnd() : colon];
  const line = [...lead, ...names];
  return answers.length === 0
    ? []
    : [
        ...(line.length === 0 ? [] : [paragraph(line)]),
        ...(items.length === 0 ? [] : [{ kind: "list", items } as const]),
      ];
}

/** The name of the operation, with the case and the status where the table names them. */
export function answerWords(table: LocalizedTable, { operation, case: name, status }: OperationAnswer): Words {
  const { openBracket, comma, closeBracket } = table.labels;
  const remarks = [name, status].flatMap((one) => (one === undefined ? [] : [[code(String(one))]]));
  const shown = operation === "*" ? table.label("everyOperation") : code(operation);
  return words([shown, ...(remarks.length === 0 ? [] : [openBracket, ...joinedWords(remarks, comma), closeBracket])]);
}
