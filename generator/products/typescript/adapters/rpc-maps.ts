// A table becomes its map of errors for oRPC, and the constants for oRPC and tRPC.
import { shownMessage } from "../../../model/shown-message.ts";
import { recordOf } from "../../../text/json/value.ts";
import { adapterName } from "../names.ts";
import { declareMade } from "../printer/declare-made.ts";
import { declareText, type Item } from "../printer/module.ts";
import { type Data, declareData } from "../printer/typescript-data.ts";
import { group, HARD_LINE, indent, layout } from "../printer/typescript-layout.ts";
import { generic, named, typeDoc } from "../printer/typescript-type.ts";
import type { ImportedNames, Plan, PlannedError } from "../product-plan.ts";
import type { AdapterConstant, AdapterName } from "./adapter-constant.ts";

export function rpcConstants(name: "orpc" | "trpc", { names }: Plan): readonly AdapterConstant[] {
  const value = "failureSource";
  if (name === "orpc")
    return [
      {
        ...{ end: "ToOrpcError", doc: "Any thrown value as an error of oRPC, made with its class ORPCError." },
        ...{ type: "ToOrpcError", make: "orpcError", value },
      },
    ];
  return [
    {
      ...{ end: "ToTrpcError", doc: "Any thrown value as an error of tRPC, made with its class TRPCError." },
      ...{ type: "ToTrpcError", make: "trpcError", value },
    },
    {
      ...{ end: "TrpcShape", doc: "The errorFormatter of tRPC: clients see the failure in the member data." },
      ...{ type: `TrpcShape<${names.code}>`, make: "trpcShape", value },
    },
  ];
}

/** The types of the table that its constants name. */
export function orpcTypes({ names }: Plan, chosen: readonly AdapterName[]): Readonly<Record<string, ImportedNames>> {
  const isOrpc = chosen.includes("orpc");
  return {
    ...(isOrpc ? { messages: { types: [names.params] } } : {}),
    ...(isOrpc || chosen.includes("trpc") ? { types: { types: [names.code] } } : {}),
  };
}

export function declareOrpc(plan: Plan): readonly Item[] {
  const { names, errors } = plan;
  const map = `${names.error}sOfOrpc`;
  return [
    declareData({ name: "orpcRows", type: "OrpcRows" }, () =>
      recordOf<Data>(errors.map((error) => [String(error.wireCode), rowOf(error)])),
    ),
    declareMade({
      name: adapterName(names, "OrpcErrors"),
      doc: "The errors as contracts of oRPC have them, for the method errors.",
      type: map,
      value: "orpcMap(orpcRows)",
    }),
    declareText(map, { isExported: true, isType: true }, (form, isExported) => {
      if (form === "js") return undefined;
      const type = generic("OrpcRow", named(`${names.params}<Code>`));
      const row = ["readonly [Code in ", names.code, "]: ", typeDoc(type), ";"];
      const head = `${isExported ? "export " : ""}type ${map} = {`;
      return layout([
        "/** The errors by code. */",
        HARD_LINE,
        group([head, indent([HARD_LINE, row]), HARD_LINE, "};"]),
      ]);
    }),
  ];
}

function rowOf({ cases, statuses, code }: PlannedError): Data {
  const [first] = cases;
  const message = first?.template === undefined ? code : shownMessage(first, first.template);
  const types = cases.length > 1 ? [] : (first?.params ?? []).map(({ name, type }) => [name, TYPES[type]] as const);
  return { status: statuses[0] ?? 500, message, params: recordOf<Data>(types) };
}

const TYPES = { string: "string", integer: "number", number: "number", int64: "bigint" } as const;
