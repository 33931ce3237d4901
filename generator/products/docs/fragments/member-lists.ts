// The params, headers and members of a case become lists: a name, its type and remarks, and its description.
import { memberKey } from "../../../model/body-layout.ts";
import type { CaseModel } from "../../../model/model.ts";
import { type Block, code, paragraph, type Words } from "../../../text/document/blocks.ts";
import { pointerText } from "../../../text/json/pointer.ts";
import type { JsonSchema } from "../../../text/json/value.ts";
import { type LocalizedTable, localized, marked } from "./localized-table.ts";
import { typeWords } from "./type-words.ts";

export function paramList(table: LocalizedTable, { params }: CaseModel): readonly Block[] {
  return listBlocks(
    params.map(({ name, type, description, example, enum: values, sensitive, at }) => {
      const { comma } = table.labels;
      const remarks = values === undefined ? [type] : typeWords({ enum: values });
      if (at !== undefined) remarks.push(comma, code(pointerText(at)));
      if (sensitive) remarks.push(comma, table.label("sensitive"));
      if (example !== undefined) remarks.push(comma, table.label("forExample"), code(String(example)));
      return member(table, name, remarks, description);
    }),
  );
}

export function headerList(table: LocalizedTable, { headers }: CaseModel): readonly Block[] {
  return listBlocks(
    headers.map(({ name, description, schema }) => member(table, name, typeWords(schema), description)),
  );
}

/** The members that only bodies of this case have, and the common members that have one value in them. */
export function detailList(table: LocalizedTable, { constants, details }: CaseModel): readonly Block[] {
  const { at = [], schema = {} } = details ?? {};
  const required = new Set((schema["required"] ?? []) as readonly string[]);
  const members = Object.entries((schema["properties"] ?? {}) as Readonly<Record<string, JsonSchema>>);
  return listBlocks([
    ...constants.map((constant) => member(table, memberKey(constant.at), typeWords({ const: constant.value }))),
    ...members.map(([name, own]) => {
      const remarks = typeWords(own);
      if (required.has(name)) remarks.push(table.labels.comma, table.label("required"));
      const description = typeof own === "object" ? own["description"] : undefined;
      const key = at.length === 0 ? name : memberKey([...at, name]);
      return member(table, key, remarks, typeof description === "string" ? description : undefined);
    }),
  ]);
}

/** Nothing where there are no items. */
export function listBlocks(items: readonly Words[]): readonly Block[] {
  return items.length === 0 ? [] : [list(items)];
}

/** "`name` (type, remark): description" */
function member(table: LocalizedTable, name: string, remarks: Words, description?: string): Words {
  const { openBracket, closeBracket } = table.labels;
  return [code(name), openBracket, ...remarks, closeBracket, ...afterColon(table, description)];
}

/** A text that nobody translates; nothing where there is none. */
export function afterColon(table: LocalizedTable, own: string | undefined): Words {
  const text = localized(table, own);
  return text === undefined ? [] : [table.labels.colon, ...marked(text, [text.value])];
}

export function list(items: readonly Words[]): Block {
  return { kind: "list", items: items.map((item) => [paragraph(item)]) };
}
