// The entries of large tables become rows without what is the same for most codes or stands in constants.ts, and a function that adds it.
import { TEXT_FIELDS } from "../../../model/model.ts";
import { isConstantRow } from "../constants/constant-rows.ts";
import { CONSTANTS } from "../constants/constants-file.ts";
import { callDoc } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import { declareMade } from "../printer/declare-made.ts";
import { declareTypeText, type Item, runtimeDeclarations } from "../printer/module.ts";
import { type Data, declareData } from "../printer/typescript-data.ts";
import { typed } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import type { Plan, PlannedError } from "../product-plan.ts";
import { WHOLE_ENTRIES } from "../runtime.gen.ts";

export interface EntryData {
  readonly data: Readonly<Record<string, Data>>;
  readonly texts: Readonly<Record<string, Readonly<Record<string, Data>>>>;
}

export interface TableEntries {
  readonly doc: string;
  readonly dataOf: (error: PlannedError) => EntryData;
  /** The language of the table; undefined if the entries do not show it. */
  readonly language: string | undefined;
  /** Whether constants.ts has constants of rows. */
  readonly hasConstants: boolean;
}

export function declareTableRows(plan: Plan, { doc, dataOf, language, hasConstants }: TableEntries): readonly Item[] {
  const { names, errors } = plan;
  const rows = (): Data =>
    Object.fromEntries(
      errors.flatMap((error) => {
        const isFixed = isConstantRow(error, plan);
        const row = rowOf(dataOf(error), language, isFixed);
        return isFixed && Object.keys(row).length === 0 ? [] : [[String(error.wireCode), row]];
      }),
    );
  const call = callDoc("wholeEntries", [
    "tableRows",
    hasConstants ? CONSTANTS : "{}",
    "textNames",
    ...(language === undefined ? [] : [stringLiteral(language)]),
  ]);
  return [
    declareTypeText(`type TableRow = Partial<${names.entry}> & ${names.texts};`),
    declareData({ name: "tableRows", type: "Readonly<Record<string, TableRow>>" }, rows),
    declareData({ name: "textNames", type: "readonly string[]" }, () => ["message", ...TEXT_FIELDS, "links"]),
    declareFunction({
      name: "entriesOfRows",
      isLocal: true,
      parameters: [],
      returns: names.tableType,
      body: [
        ["const entries", typed(": unknown"), " = ", call, ";"],
        typed("// The codes of the rows are those of the table."),
        ["return entries", typed(` as ${names.tableType}`), ";"],
      ],
    }),
    ...runtimeDeclarations(WHOLE_ENTRIES).map((item) => ({ ...item, isExported: false })),
    declareMade({ name: names.table, type: names.tableType, doc, value: "entriesOfRows()" }),
  ];
}

function rowOf(
  { data, texts }: EntryData,
  language: string | undefined,
  isFixed: boolean,
): Readonly<Record<string, Data>> {
  const { statuses, constants, ...facts } = data;
  const { [language ?? ""]: own = {}, ...others } = texts;
  const row = {
    statuses: Array.isArray(statuses) && statuses.length === 0 ? undefined : statuses,
    constants: isFixed ? undefined : constants,
    ...facts,
    ...own,
    texts: Object.keys(others).length === 0 ? undefined : others,
  };
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}
