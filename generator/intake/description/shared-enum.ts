// An enum that a description names as error codes, and that no error response refers to, becomes codes without statuses.
import { pointerText, valueAt } from "../../text/json/pointer.ts";
import { entriesOf, isObject, type Json, type JsonObject, listOf, objectOf } from "../../text/json/value.ts";
import { isListedCode } from "../code-values.ts";
import { enumTexts } from "../enum-texts.ts";
import { shownCodeType } from "../found-code-type.ts";
import type { FoundBody, FoundTable } from "../found-table.ts";
import { nameRank } from "../member-names.ts";
import { namesOfNoCodes } from "../no-codes.ts";

export function readSharedEnum(data: JsonObject): FoundTable | undefined {
  const schemas = [data["definitions"], valueAt(data, ["components", "schemas"])].flatMap((one) => entriesOf(one));
  const codesOf = (schema: Json): readonly string[] =>
    listOf(objectOf(schema)["enum"]).filter(isListedCode).map(String);
  const [chosen, ...others] = schemas
    .filter(([name, schema]) => /error[_-]?codes?$/i.test(name) && codesOf(schema).length > 1)
    .toSorted(([, a], [, b]) => codesOf(b).length - codesOf(a).length);
  if (chosen === undefined) return undefined;
  const [name, schema] = chosen;
  const title = valueAt(data, ["info", "title"]);
  const { body, others: members } = bodyAround(schemas, name);
  const texts = enumTexts(objectOf(schema));
  return {
    ...(typeof title === "string" ? { title } : {}),
    body: {
      ...body,
      codeType: shownCodeType(listOf(objectOf(schema)["enum"]).filter(isListedCode)),
    },
    errors: codesOf(schema).map((code) => {
      const description = texts.get(code);
      const words = description === undefined ? {} : { description };
      return { code, statuses: [], marks: "none", ...words, operations: [] };
    }),
    operations: [],
    dropped: [
      ...others.map(([other]) => ({ reason: "other enums", name: other })),
      ...namesOfNoCodes(listOf(objectOf(schema)["enum"]), isListedCode),
      ...members.map((member) => ({
        reason: "members of bodies",
        name: pointerText([...(body.errors ?? []), member]),
      })),
    ],
    examples: [],
  };
}

type Schemas = readonly (readonly [string, Json])[];

/** The schema that has the enum as a member tells the place of the code, and the list that holds this schema. */
function bodyAround(schemas: Schemas, name: string): { readonly body: FoundBody; readonly others: readonly string[] } {
  for (const [owner, schema] of schemas) {
    const members = entriesOf(objectOf(schema)["properties"]);
    const code = members.find(([, member]) => refersTo(member, name))?.[0];
    if (code === undefined) continue;
    const ranked = members.flatMap(([member]) => {
      const rank = nameRank(member, "message");
      return rank === undefined || member === code ? [] : [{ member, rank }];
    });
    const message = ranked.toSorted((a, b) => a.rank - b.rank)[0]?.member;
    const lists = schemas.flatMap(([, one]) =>
      entriesOf(objectOf(one)["properties"]).flatMap(([member, list]) =>
        refersTo(objectOf(list)["items"], owner) ? [member] : [],
      ),
    );
    return {
      body: {
        mediaType: "application/json",
        ...(lists[0] === undefined ? {} : { errors: [lists[0]] }),
        code: [code],
        message: message === undefined ? "none" : [message],
      },
      others: members.map(([member]) => member).filter((member) => member !== code && member !== message),
    };
  }
  return { body: {}, others: [] };
}

function refersTo(schema: Json | undefined, name: string): boolean {
  return isObject(schema) && typeof schema["$ref"] === "string" && schema["$ref"].split("/").at(-1) === name;
}
