// A JSON Schema becomes the codes of its enum: its own, or that of the member or definition that is named as codes are.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import { COMBINATIONS } from "../../schema/keywords.ts";
import { entriesOf, isObject, type Json, type JsonObject, listOf, objectOf } from "../../text/json/value.ts";
import { isListedCode } from "../code-values.ts";
import { enumTexts } from "../enum-texts.ts";
import { shownCodeType } from "../found-code-type.ts";
import type { Dropped, FoundBody, FoundError, FoundTable, Steps } from "../found-table.ts";
import { refuseSource } from "../intake-kinds.ts";
import { nameRank } from "../member-names.ts";
import { namesOfNoCodes } from "../no-codes.ts";
import { otherMembers } from "./schema-members.ts";

interface Candidate {
  readonly name: string;
  readonly schema: JsonObject;
  readonly values: readonly Value[];
  /** The place in a body, where the way there is one of members. */
  readonly steps: Steps | undefined;
}

interface Value {
  readonly code: string | number;
  readonly description: string | undefined;
}

export function readSchemaEnum(root: JsonObject, source: SourceFile): FoundTable | readonly Diagnostic[] {
  const candidates: Candidate[] = [];
  collect(root, "", [], 0, candidates);
  const chosen = candidates.find(({ name }) => name === "") ?? candidates.filter(isNamed).toSorted(byNumber)[0];
  if (chosen === undefined) {
    const message =
      candidates.length === 0
        ? "The schema has no enum of codes."
        : `No enum of the schema is named as error codes are: ${candidates
            .slice(0, 5)
            .map(({ name }) => `"${name}"`)
            .join(", ")}.`;
    const help =
      "An enum of codes is that of the whole schema, or of a member or definition such as code or ErrorCode.";
    return [refuseSource(source, 0, "nothing-to-read", message, help)];
  }
  const title = root["title"] ?? chosen.schema["title"];
  const body = bodyOf(root, chosen);
  return {
    ...(typeof title === "string" ? { title } : {}),
    body,
    errors: chosen.values.map(errorOf),
    operations: [],
    dropped: [
      ...candidates.filter((one) => one !== chosen).map(({ name }) => ({ reason: "other enums", name })),
      ...namesOfNoCodes(fixedValues(chosen.schema), isListedCode),
      ...unknownKeywords(chosen.schema),
      ...otherMembers(root, body),
    ],
    examples: [],
  };
}

const DEEPEST = 32;

function collect(
  schema: Json | undefined,
  name: string,
  steps: Steps | undefined,
  depth: number,
  found: Candidate[],
): void {
  if (!isObject(schema) || depth > DEEPEST) return;
  const values = valuesOf(schema);
  if (values.length > (name === "" ? 0 : 1)) found.push({ name, schema, values, steps });
  for (const [member, inner] of entriesOf(schema["properties"]))
    collect(inner, member, steps && [...steps, member], depth + 1, found);
  for (const keyword of ["$defs", "definitions"])
    for (const [definition, inner] of entriesOf(schema[keyword]))
      collect(inner, definition, undefined, depth + 1, found);
  for (const keyword of ["items", "additionalProperties"])
    collect(schema[keyword], name || keyword, undefined, depth + 1, found);
  for (const keyword of COMBINATIONS)
    for (const inner of listOf(schema[keyword])) collect(inner, name || keyword, steps, depth + 1, found);
}

/** The values of an enum, or of alternatives that fix one each. */
function valuesOf(schema: JsonObject): readonly Value[] {
  const texts = enumTexts(schema);
  const own = listOf(schema["enum"]).map((code) => ({ code, description: texts.get(String(code)) }));
  const alternatives = ["oneOf", "anyOf"].flatMap((keyword) =>
    listOf(schema[keyword]).map((one) => {
      const { const: code, description, title } = objectOf(one);
      return { code, description: description ?? title };
    }),
  );
  return [...own, ...alternatives].flatMap(({ code, description }) =>
    isListedCode(code) ? [{ code, description: typeof description === "string" ? description : undefined }] : [],
  );
}

function fixedValues(schema: JsonObject): readonly (Json | undefined)[] {
  const alternatives = ["oneOf", "anyOf"].flatMap((keyword) => listOf(schema[keyword]));
  return [...listOf(schema["enum"]), ...alternatives.map((one) => objectOf(one)["const"])];
}

function isNamed({ name, schema }: Candidate): boolean {
  const { title } = schema;
  return [name, typeof title === "string" ? title : ""].some(
    (one) =>
      nameRank(one, "code") !== undefined ||
      /(?:error|fault|failure|reason).*(?:codes?|names?|types?|ids?)$|errors?$/i.test(one.replaceAll(/\W/g, "")),
  );
}

function byNumber(a: Candidate, b: Candidate): number {
  return b.values.length - a.values.length;
}

function errorOf({ code, description }: Value): FoundError {
  const text = description?.trim();
  return {
    code: String(code),
    statuses: [],
    marks: "none",
    ...(text !== undefined && text !== "" && text.isWellFormed() ? { description: text } : {}),
    operations: [],
  };
}

function bodyOf(root: JsonObject, { values, steps }: Candidate): FoundBody {
  const codeType = shownCodeType(values.map(({ code }) => code));
  if (steps === undefined || steps.length === 0) return { codeType };
  const members = steps
    .slice(0, -1)
    .reduce<JsonObject>((schema, name) => objectOf(objectOf(schema["properties"])[name]), root);
  const beside = Object.keys(objectOf(members["properties"])).filter((name) => name !== steps.at(-1));
  const ranked = beside.filter((name) => nameRank(name, "message") !== undefined);
  const message = ranked.toSorted((a, b) => (nameRank(a, "message") ?? 0) - (nameRank(b, "message") ?? 0))[0];
  return { codeType, code: steps, message: message === undefined ? "none" : [...steps.slice(0, -1), message] };
}

const READ =
  /^(?:\$.*|title|description|type|enum|const|oneOf|anyOf|allOf|(?:x-|markdown)?enum-?(?:descriptions?|elements)|x-ms-enum|examples?|default|properties|required|definitions|additionalProperties|items)$/i;

function unknownKeywords(schema: JsonObject): readonly Dropped[] {
  return Object.keys(schema)
    .filter((keyword) => !READ.test(keyword))
    .map((name) => ({ reason: "keywords beside the enum", name }));
}
