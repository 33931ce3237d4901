// The errors and cases that rows of tables are about, and the words of their cells.
import { memberKey } from "../../../model/body-layout.ts";
import { errorParts } from "../../../model/error-parts.ts";
import type { AnswerModel, CaseModel, ErrorModel, LifecycleModel } from "../../../model/model.ts";
import { code, type Inline, type Words } from "../../../text/document/blocks.ts";
import { type Localized, type LocalizedTable, linksOf, localized, marked } from "./localized-table.ts";
import { anchorUrl, joinedWords, linkedCode, linkWords, type Notice, noticeWords } from "./shared-parts.ts";

/** An error with the facts that all of its cases share, or one of its cases with all of its facts. */
export interface Subject {
  readonly error: ErrorModel;
  readonly facts: CaseModel;
  /** The error or the case: the one that has descriptions of its own. */
  readonly authored: ErrorModel | CaseModel;
  readonly isCase: boolean;
  /** The constants that only this case has. */
  readonly constants: CaseModel["constants"];
  /** In the table of an operation, its answers that are this error or this case. */
  readonly answers?: readonly AnswerModel[];
}

export function subjectsOf(error: ErrorModel, hasConstants: boolean): readonly Subject[] {
  const { shared, cases } = errorParts(error);
  return [
    { error, facts: shared, authored: error, isCase: false, constants: [] },
    ...cases.map(({ constants }, index): Subject => {
      const facts = error.cases[index] ?? shared;
      return { error, facts, authored: facts, isCase: true, constants: hasConstants ? constants : [] };
    }),
  ];
}

/** The values that tell the cases of a code apart. */
export function constantWords(table: LocalizedTable, { constants }: Subject): Words {
  const { openBracket, comma, closeBracket } = table.labels;
  const values = constants.map(({ at, value }): Words => [code(`${memberKey(at)}: ${JSON.stringify(value)}`)]);
  return values.length === 0 ? [] : [openBracket, ...joinedWords(values, comma), closeBracket];
}

/** A description between the deprecation of an error and its meaning for an operation; without a column for descriptions, the code has these. */
export function remarksOf(table: LocalizedTable, subject: Subject, description: Words): Words {
  const deprecation = subject.isCase ? [] : deprecationOf(table, subject.error);
  return joined(joined(deprecation, description), answerTexts(table, subject));
}

/** The tables of operations lead to the errors, which stand elsewhere. */
export function codeOf(table: LocalizedTable, { error, answers }: Subject, key: string, name: string): Inline {
  if (answers === undefined) return code(name);
  return linkedCode(name, error.documentation ?? anchorUrl(table, key), true);
}

/** The meaning of an error for the operation, behind its status where the error has several. */
function answerTexts(table: LocalizedTable, { answers = [], facts }: Subject): Words {
  return answers.reduce<Words>((before, { status, description }) => {
    const words = proseOf(table, localized(table, description));
    const lead =
      words.length === 0 || status === undefined || facts.statuses.length < 2 ? [] : [`${status}${table.labels.colon}`];
    return joined(before, [...lead, ...words]);
  }, []);
}

function deprecationOf(table: LocalizedTable, { deprecated }: ErrorModel): Words {
  return deprecated === undefined ? [] : noticeOf(table, "deprecated", deprecated);
}

export function noticeOf(table: LocalizedTable, notice: Notice, facts: LifecycleModel): Words {
  return joined(noticeWords(table, notice, facts), proseOf(table, localized(table, facts.reason)));
}

export function proseOf({ read }: LocalizedTable, text: Localized | undefined): Words {
  return text === undefined ? [] : marked(text, [{ kind: "prose", blocks: read(text.value) }]);
}

export function linksCell(table: LocalizedTable, { authored }: Subject): Words {
  const links = linksOf(table, authored);
  return links === undefined ? [] : marked(links, linkWords(links.value, table.labels.comma));
}

export function joined(first: Words, second: Words): Words {
  return first.length > 0 && second.length > 0 ? [...first, " ", ...second] : [...first, ...second];
}
