// The retired codes of a table become a function that looks them up; tables without retired codes have none.
import { wireCodeOf } from "../../../model/wire-code.ts";
import { recordOf } from "../../../text/json/value.ts";
import { ownItem } from "../printer/code.ts";
import { declareAlias, declareFunction, declareInterface } from "../printer/declarations.ts";
import type { Item } from "../printer/module.ts";
import { type Data, declareData } from "../printer/typescript-data.ts";
import { named, optionalMember, orUndefined, readonlyRecord, STRING } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { codeKind } from "../types/code-kind.ts";

export function declareRetired(plan: Plan): readonly Item[] {
  const { model, names, errors } = plan;
  if (model.retired.length === 0) return [];
  const wire = new Map(errors.map(({ code, wireCode }) => [code, wireCode]));
  const data = (): Data =>
    recordOf<Data>(
      model.retired.map(({ code, replacedBy, ...retirement }) => {
        const used = replacedBy && (wire.get(replacedBy) ?? wire.get(replacedBy.replace(/\.[^.]*$/, "")));
        const { since, reason } = retirement;
        return [String(wireCodeOf(code, model.body.code)), { since, replacedBy: used, reason }];
      }),
    );
  return [
    declareInterface({
      name: names.retirement,
      doc: "A code that was removed from the table.",
      members: [
        optionalMember("since", STRING, "The version that removed the code."),
        optionalMember("replacedBy", named(names.code), "The code that is used instead."),
        optionalMember("reason", STRING, "The reason, as Markdown."),
      ],
    }),
    declareFunction({
      name: names.findRetired,
      doc: "The retirement of a code that an old server may still send. Guards treat it as an unknown code. Undefined if the table never had the code or still has it.",
      parameters: [`code: ${codeKind(plan)}`],
      returns: orUndefined(named(names.retirement)),
      body: [["return ", ownItem("retired", "code"), ";"]],
    }),
    declareAlias({ name: "Retirements", isLocal: true, type: readonlyRecord(STRING, named(names.retirement)) }),
    declareData({ name: "retired", type: "Retirements" }, data),
  ];
}
