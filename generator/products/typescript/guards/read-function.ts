// The spellings of a body that readers accept become a function that returns the error in the spelling of the table.
import type { AliasModel, BodyModel } from "../../../model/body-model.ts";
import { isTextAlone } from "../../../model/body-schema.ts";
import { isPosition, type Path } from "../../../text/json/pointer.ts";
import { placeDoc } from "../messages/create-body.ts";
import { arrayDoc, blockDoc, callDoc, catchDoc, ifDoc, listDoc, listItems } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import type { Item } from "../printer/module.ts";
import { type Doc, group } from "../printer/typescript-layout.ts";
import { named } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { unlessCode } from "../types/code-kind.ts";
import { union } from "../types/schema-types.ts";
import { type ImportedChecks, importCheck } from "./check-functions.ts";
import { valueAtDoc } from "./value-at.ts";

export function declareRead({ model, names }: Plan, checks: ImportedChecks): readonly Item[] {
  const { aliases } = model.body;
  const functions = aliases.map((_, index) => `respell${index + 1}`);
  const isError = (value: string): Doc => ifDoc(callDoc(names.is, [value]), `return ${value};`);
  const isUnknown = (value: string): Doc => ifDoc(callDoc(names.isUnknown, [value]), `return ${value};`);
  const spellings = ["for (const respell of ", arrayDoc(functions), ") {"];
  const attempt = blockDoc(spellings, ["const body = respell(value);", isError("body"), isUnknown("body")]);
  const loop = [
    blockDoc("try {", [attempt]),
    " ",
    catchDoc(["// Only a getter or a proxy can throw, and neither is JSON."]),
  ];
  return [
    declareFunction({
      name: names.read,
      doc:
        aliases.length === 0
          ? "The error that a value is."
          : "The error that a value is. An error in another accepted spelling is returned in the spelling of the types.",
      parameters: ["value: unknown"],
      returns: union([named(names.error), named(names.unknown), named("undefined")]),
      body: [isError("value"), isUnknown("value"), ...(aliases.length === 0 ? [] : [loop]), "return undefined;"],
    }),
    ...aliases.map((alias, index) => respelling(functions[index] ?? "", alias, model.body, checks)),
  ];
}

function respelling(name: string, alias: AliasModel, body: BodyModel, checks: ImportedChecks): Item {
  const at = (path: Path): Doc => valueAtDoc("value", path, (helper) => importCheck(helper, checks));
  const { code, message } = body;
  // Without a place of its own the message stays where it is.
  const text = message === undefined || alias.message === undefined ? undefined : { ...message, from: alias.message };
  const placed = [
    { path: code.at, value: "code" },
    ...(text === undefined ? [] : [{ path: text.at, value: "message" }]),
  ];
  const moved = [alias.code, ...(text === undefined ? [] : [text.from])];
  const dropped = droppedPlaces(
    moved,
    placed.map(({ path }) => path),
  );
  const members = [
    ...dropped.map((place) => listDoc("[", [placeDoc(place)], "]")),
    ...placed.map(({ path, value }) => listDoc("[", [placeDoc(path), value], "]")),
  ];
  const isInList = [...moved, ...placed.map(({ path }) => path)].flat().some(isPosition);
  // Formatters break a list whose items are all pairs.
  const list = group(listItems("[", members, "]"), dropped.length === 0 && members.length > 1);
  return declareFunction({
    name,
    isLocal: true,
    parameters: ["value: unknown"],
    returns: "unknown",
    body: [
      ["const code = ", at(alias.code), ";"],
      ...(text === undefined ? [] : [["const message = ", at(text.from), ";"]]),
      unlessCode("code", code.type),
      ...(text === undefined || text.isOptional || !isTextAlone(body)
        ? []
        : ['if (typeof message !== "string") return undefined;']),
      [`return ${importCheck(isInList ? "respelledTuples" : "respelled", checks)}(value, `, list, ");"],
    ],
  });
}

/** Of each way to a moved member, the part up to the first step that leads to no member of the body. */
function droppedPlaces(moved: readonly Path[], placed: readonly Path[]): readonly Path[] {
  const places = moved.flatMap((path) => {
    const steps = path.findIndex((_, index) => !placed.some((other) => startsWith(other, path.slice(0, index + 1))));
    const isInside = placed.some((other) => startsWith(path, other));
    const dropped = path.slice(0, steps + 1);
    // The items after a position would move.
    return steps < 0 || isInside || isPosition(dropped.at(-1)) ? [] : [dropped];
  });
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((token, index) => token === path[index]);
}
