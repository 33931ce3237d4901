// A table whose responses hold lists of errors becomes the guard of such a response, and the reader of its errors.
import { commonMembers } from "../../../model/body-schema.ts";
import { holderSchema } from "../../../schema/members.ts";
import type { Path } from "../../../text/json/pointer.ts";
import { blockDoc, callDoc, catchDoc, ifDoc, returnAll } from "../printer/code.ts";
import { declareAlias, declareFunction } from "../printer/declarations.ts";
import type { Item } from "../printer/module.ts";
import { group, indent, LINE, typed } from "../printer/typescript-layout.ts";
import { named } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { union } from "../types/schema-types.ts";
import { type ImportedChecks, importCheck } from "./check-functions.ts";
import { checkFor } from "./schema-checks.ts";
import { valueAtDoc } from "./value-at.ts";

export function declareResponse({ model, names }: Plan, checks: ImportedChecks): readonly Item[] {
  const { list } = model.body;
  if (list === undefined) return [];
  const around = holderSchema(commonMembers(list));
  const isAround = list.at.length === 0 ? undefined : importCheck(checkFor(around, "Response", checks), checks);
  const error = union([named(names.error), named(names.unknown)]);
  return [
    declareFunction({
      name: names.isResponse,
      doc: `Whether a value is a response with at least one error of ${model.title}, and with nothing else in its list.`,
      parameters: ["value: unknown"],
      returns: `value is ${names.response}`,
      body: [
        "const items = listedItems(value);",
        ...(isAround === undefined
          ? []
          : [ifDoc(`!${importCheck("passes", checks)}(value, ${isAround})`, "return false;")]),
        returnAll(["items.length > 0", callDoc("items.every", ["isItem"])]),
      ],
    }),
    declareFunction({
      name: "isItem",
      isLocal: true,
      parameters: ["item: unknown"],
      returns: "boolean",
      body: [ifDoc(callDoc(names.is, ["item"]), "return true;"), ["return ", callDoc(names.isUnknown, ["item"]), ";"]],
    }),
    declareFunction({
      name: names.readAll,
      doc: "The errors in the list of a response, known ones and unknown ones, in the order of the list.",
      parameters: ["value: unknown"],
      returns: { kind: "array", item: error },
      body: [
        ["const errors", typed(": ListedItem[]"), " = [];"],
        blockDoc("for (const item of listedItems(value)) {", [
          ["const error =", group(indent([LINE, `${names.read}(item)`])), ";"],
          "if (error !== undefined) errors.push(error);",
        ]),
        "return errors;",
      ],
    }),
    declareAlias({ name: "ListedItem", isLocal: true, type: error }),
    listedItems(list.at, checks),
  ];
}

function listedItems(at: Path, checks: ImportedChecks): Item {
  const list = valueAtDoc("value", at, (helper) => importCheck(helper, checks));
  return declareFunction({
    name: "listedItems",
    isLocal: true,
    parameters: ["value: unknown"],
    returns: "readonly unknown[]",
    body: [
      [
        blockDoc("try {", [
          ["const list = ", list, ";"],
          `return ${importCheck("isArray", checks)}(list) ? Array.from(list) : [];`,
        ]),
        " ",
        catchDoc(["// Only a getter or a proxy can throw, and neither is JSON.", "return [];"]),
      ],
    ],
  });
}
