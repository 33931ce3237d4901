// The retired codes of a table become a function that looks them up; tables without retired codes have none.

import { declareAlias, declareFunction, declareInterface } from "../printer/declarations.ts";
import { declareValueText, type Item } from "../printer/module.ts";
import { constant } from "../printer/typescript-data.ts";
import { dataKey, scriptKey } from "../printer/typescript-literal.ts";
import { named, readonlyRecord } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { union } from "./schema-types.ts";

export function declareRetired({ model, names }: Plan): readonly Item[] {
  if (model.retired.length === 0) return [];
  const optional = (name: string, doc: string, type: string) => ({ name, doc, type: named(type), required: false });
  const entries = model.retired.map(({ code, since, replacedBy, reason }) => {
    return [code, { since, replacedBy, reason }] as const;
  });
  return [
    declareInterface({
      name: names.retirement,
      doc: "A code that was removed from the table.",
      members: [
        optional("since", "The version that removed the code.", "string"),
        optional("replacedBy", "The code that is used instead.", names.code),
        optional("reason", "The reason, as Markdown.", "string"),
      ],
    }),
    declareFunction({
      name: names.findRetired,
      doc: {
        paragraphs: [
          "The retirement of a code that an old server may still send. Guards treat it as an unknown code. Undefined if the table never had the code or still has it.",
        ],
      },
      parameters: ["code: string"],
      returns: union([named(names.retirement), named("undefined")]),
      body: ["return Object.hasOwn(retired, code) ? retired[code] : undefined;"],
    }),
    declareAlias({
      name: "Retirements",
      isLocal: true,
      type: readonlyRecord(named("string", "string"), named(names.retirement)),
    }),
    declareValueText("retired", (hasTypes) =>
      constant(
        `const retired${hasTypes ? ": Retirements" : ""} =`,
        Object.fromEntries(entries),
        hasTypes ? dataKey : scriptKey,
      ),
    ),
  ];
}
