// An API description becomes the start of a table: its error codes with their texts, and comments on the work that is left.
import type { Diagnostic } from "../../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../../diagnostic/source.ts";
import { identifierOf } from "../../../model/naming.ts";
import { templateArguments } from "../../../template/arguments.ts";
import { readTemplate } from "../../../template/read-template.ts";
import { pointerText, valueAt } from "../../../text/json/pointer.ts";
import { entriesOf, isObject, type Json, type JsonObject, withoutUndefined } from "../../../text/json/value.ts";
import { renderYaml } from "../../../text/yaml.ts";
import { readDescription, VERSION_HELP } from "../description.ts";
import { refuse } from "../description-kinds.ts";
import { findOperations, operationName } from "../description-operations.ts";
import { membersAt } from "./described-bodies.ts";
import { type ReadError, type ReadResponse, readBodies, readErrors } from "./described-entries.ts";
import { findErrorResponses, type Resolve, resolver } from "./described-responses.ts";
import { findPointers, type Pointers } from "./found-pointers.ts";

export interface ReadTable {
  readonly name: string;
  readonly text: string;
  readonly codes: number;
}

/** `nameOf` makes the name of the table from the title of the description. */
export function tableFromDescription(
  source: SourceFile,
  nameOf: (title: string | undefined) => string,
): ReadTable | readonly Diagnostic[] {
  const description = readDescription(source);
  if (!("data" in description)) return description;
  const { data } = description;
  const nowhere = { start: 0, end: 0 };
  if (!/^3(\.\d+)*/.test(String(data["openapi"])) && !isObject(data["components"])) {
    return [refuse(source, nowhere, "description-version", "This is no OpenAPI 3 description.", VERSION_HELP)];
  }
  const resolve = resolver(data);
  const responses = readBodies(findErrorResponses(data, resolve), resolve);
  const bodies = responses.flatMap(({ bodies: one }) => one ?? []);
  const pointers = findPointers(bodies, resolve);
  const errors = readErrors(responses, pointers, resolve);
  if (errors.length === 0) return [nothingFound(source, responses.length)];
  const given = valueAt(data, ["info", "title"]);
  const title = typeof given === "string" ? given : undefined;
  const name = nameOf(title);
  const operations = findOperations(data).operations.map(operationName);
  const head = {
    errtable: 1,
    name,
    ...(title?.trim() && title.isWellFormed() ? { title: title.trim() } : {}),
    version: "1.0.0",
    body: bodyOf(responses, pointers ?? { code: ["code"], message: ["message"] }, resolve),
  };
  const tail = operationsOf(errors, operations);
  const text = [
    SCHEMA_LINE,
    `# Read from ${source.path}. What is left to do: solutions, retry classes, and, in messages, a directive such as %s for`,
    "# each part that differs from one response to the next, with its param.",
    renderYaml(head).trimEnd(),
    "",
    "errors:",
    ...entriesText(errors, name),
    ...(Object.keys(tail).length === 0 ? [] : ["", renderYaml({ operations: tail }).trimEnd()]),
    "",
  ].join("\n");
  return { name, text, codes: errors.length };
}

const SCHEMA_LINE = "# yaml-language-server: $schema=./node_modules/errtable/spec/errtable.schema.json";

function nothingFound(source: SourceFile, responses: number): Diagnostic {
  const at = Math.max(0, source.text.search(/^\s*"?paths"?\s*:/m));
  const message =
    responses === 0
      ? "No operation has a response of a client or server error."
      : `None of the ${responses} error responses tells a code: no schema lists any, and no example shows one.`;
  const help = "Add an example, or an enum, to the schema of the errors' bodies, or start without: errtable init";
  return refuse(source, { start: at, end: at }, "nothing-to-read", message, help);
}

/** A code with several statuses gets the likeliest, and a comment names the others. */
function entriesText(errors: readonly ReadError[], name: string): readonly string[] {
  // An error may not have the name of the table.
  const written = new Set<string>([name]);
  return errors
    .toSorted((a, b) => a.status - b.status)
    .flatMap((error, index) => {
      const entry = renderYaml({ [error.code]: entryOf(error, written) }).trimEnd();
      const note =
        error.others.length === 0 ? [] : [`  # The description has it under ${error.others.join(", ")} as well.`];
      return [
        ...(index === 0 ? [] : [""]),
        ...note,
        ...entry.split("\n").map((line) => (line === "" ? "" : `  ${line}`)),
      ];
    });
}

function entryOf(error: ReadError, written: Set<string>): JsonObject {
  const { code, status, texts, headers } = error;
  const { message, description, solution, retry = status === 429 ? "throttled" : undefined } = texts;
  const params = message === undefined ? {} : paramsOf(message);
  return withoutUndefined({
    status,
    identifier: neededIdentifier(code, written),
    message: params === undefined ? message?.replaceAll("%", "%%") : message,
    params: unlessEmpty(params),
    description,
    solution,
    retry,
    headers: unlessEmpty(headers),
  });
}

/** Parameters with invented names; undefined where the text is no template. */
function paramsOf(text: string): JsonObject | undefined {
  const { template, problems } = readTemplate(text);
  if (problems.length > 0) return undefined;
  return Object.fromEntries(templateArguments(template).map((_, index) => [`param${index + 1}`, {}]));
}

/** Undefined where the code becomes a name by itself. */
function neededIdentifier(code: string, written: Set<string>): string | undefined {
  const own = identifierOf(code);
  if (own !== "" && own.length <= 100) return undefined;
  const base = own === "" ? "Code" : own.slice(0, 100);
  let name = base;
  for (let count = 2; written.has(name); count += 1) name = `${base}${count}`;
  written.add(name);
  return name;
}

const PLAIN = ["string", "integer", "number", "boolean"];

/** The body with the members of plain types that responses have beside code and message. */
function bodyOf(responses: readonly ReadResponse[], { code, message }: Pointers, resolve: Resolve): JsonObject {
  const withCode = responses.filter(({ bodies }) =>
    bodies?.alternatives.some((schema) => membersAt(schema, code, resolve).length > 0),
  );
  const schemas = withCode.flatMap(({ bodies }) => bodies?.alternatives ?? []);
  const properties = new Map<string, JsonObject>();
  for (const schema of schemas) {
    for (const [name, member] of entriesOf(schema["properties"])) {
      const plain = resolve(member);
      if (name === code[0] || name === message[0] || properties.has(name) || !isObject(plain)) continue;
      if (!name.isWellFormed() || typeof plain["type"] !== "string" || !PLAIN.includes(plain["type"])) continue;
      properties.set(name, plainSchema(plain));
    }
  }
  const required = [...properties.keys()].filter((name) =>
    schemas.every(({ required: names }) => Array.isArray(names) && names.includes(name)),
  );
  const mediaType = (withCode[0]?.bodies ?? responses.find(({ bodies }) => bodies)?.bodies)?.mediaType;
  return withoutUndefined({
    mediaType: mediaType ?? "application/json",
    code: pointerText(code),
    message: pointerText(message),
    properties: unlessEmpty(Object.fromEntries<Json>(properties)),
    required: required.length === 0 ? undefined : required,
  });
}

function plainSchema({ type = "string", description, example }: JsonObject): JsonObject {
  const fits =
    typeof example === "string" && example.isWellFormed()
      ? type === "string"
      : typeof example === "number"
        ? type === "number" || (type === "integer" && Number.isInteger(example))
        : typeof example === "boolean" && type === "boolean";
  const text = typeof description === "string" && description.isWellFormed() ? description.trim() : "";
  return withoutUndefined({ type, description: text || undefined, example: fits ? example : undefined });
}

function unlessEmpty(members: JsonObject | undefined): JsonObject | undefined {
  return members === undefined || Object.keys(members).length === 0 ? undefined : members;
}

/** The codes that all operations share stand once, under "*". */
function operationsOf(errors: readonly ReadError[], operations: readonly string[]): JsonObject {
  const common =
    operations.length < 2 ? [] : errors.filter((error) => operations.every((name) => error.operations.includes(name)));
  const own = operations
    .filter((name) => /^[^\p{C}]{1,256}$/u.test(name))
    .map((name) => [name, errors.filter((one) => one.operations.includes(name) && !common.includes(one))] as const);
  const listed = [["*", common] as const, ...own].filter(([, some]) => some.length > 0);
  return Object.fromEntries(listed.map(([name, some]) => [name, some.map(({ code }) => code)]));
}
