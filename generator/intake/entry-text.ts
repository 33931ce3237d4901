// The entries of a table become the lines of YAML below "errors".
import type { CodeType } from "../model/body-model.ts";
import { errorNameOf, identifierOf, isReserved, tableErrorNames } from "../model/naming.ts";
import { type Json, type JsonObject, withoutUndefined } from "../text/json/value.ts";
import { renderYaml } from "../text/yaml.ts";
import type { Entry, Variant } from "./folded-entry.ts";
import { bodyCode } from "./found-code-type.ts";
import { type Marks, writeMessage } from "./message-marks.ts";

export interface NamedEntry extends Entry {
  /** The names of its cases. */
  readonly names: readonly string[];
}

export function entryLines(
  entries: readonly NamedEntry[],
  table: string,
  marks: Marks,
  type: CodeType,
): readonly string[] {
  const taken = new Set(tableErrorNames(table));
  return entries.flatMap((entry, index) => {
    const isInteger = typeof bodyCode(entry.code, type) === "number";
    const identifier = neededIdentifier(entry.code, wantedIdentifier(entry, isInteger), taken);
    const written = renderYaml({ [entry.code]: entryOf(entry, identifier, marks) }).trimEnd();
    const text = isInteger ? written.replace(/^"([^"]*)"/, "$1") : written;
    return [...(index === 0 ? [] : [""]), ...text.split("\n").map((line) => (line === "" ? "" : `  ${line}`))];
  });
}

function entryOf(entry: NamedEntry, identifier: string | undefined, marks: Marks): JsonObject {
  const { shared, cases, names, group, since } = entry;
  const { status, ...fields } = fieldsOf(shared, marks);
  const written = cases.map((one, index) => [names[index] ?? "", caseOf(one, shared, marks)] as const);
  return withoutUndefined({
    status,
    identifier,
    ...fields,
    group: group === undefined ? undefined : groupName(group),
    since,
    cases: written.length === 0 ? undefined : Object.fromEntries<Json>(written),
  });
}

/** A case has only the fields that differ from those of the error. */
function caseOf(variant: Variant, shared: Variant, marks: Marks): JsonObject {
  const common = fieldsOf(shared, marks);
  const own = Object.entries(fieldsOf(variant, marks)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(common[name]),
  );
  return Object.fromEntries<Json>(own);
}

function fieldsOf(variant: Variant, marks: Marks): JsonObject {
  const { statuses, description, solution, headers, constants, finer } = variant;
  const { message, params } =
    variant.message === undefined ? NO_MESSAGE : writeMessage(variant.message, variant.marks, marks);
  return withoutUndefined({
    status: statuses.length > 1 ? statuses : statuses[0],
    message,
    params: unlessEmpty(params),
    description,
    solution,
    retry: variant.retry ?? (statuses.length === 1 && statuses[0] === 429 ? "throttled" : undefined),
    headers: unlessEmpty(headers),
    constants: unlessEmpty({ ...constants, ...finer }),
  });
}

const NO_MESSAGE = { message: undefined, params: {} };

/** The name that the source gives; numbers without one get the first words of their text. */
function wantedIdentifier({ identifier, shared, cases }: NamedEntry, isInteger: boolean): string {
  if (identifier !== undefined) return identifierOf(identifier);
  if (!isInteger) return "";
  const text = shared.message ?? cases[0]?.message ?? shared.description ?? cases[0]?.description ?? "";
  const words = text.replaceAll(/%\S+|[{<][^}>]*[}>]|'/g, " ").match(/[A-Za-z][A-Za-z0-9]*/g) ?? [];
  return identifierOf(words.slice(0, MOST_WORDS).join("-").toLowerCase());
}

const MOST_WORDS = 5;
const LONGEST = 100;

/** Undefined where the code becomes a name by itself and none is wanted. */
function neededIdentifier(code: string, wanted: string, taken: Set<string>): string | undefined {
  const own = identifierOf(code);
  if (own !== "" && own.length <= LONGEST && (wanted === "" || wanted === own)) return undefined;
  const base = [wanted, own, "Code"].find((name) => /^[A-Z]/.test(name))?.slice(0, LONGEST) ?? "Code";
  const isFree = (name: string): boolean => !taken.has(errorNameOf(name)) && !isReserved(errorNameOf(name));
  let name = base;
  for (let count = 2; !isFree(name); count += 1) name = `${base}${count}`;
  taken.add(errorNameOf(name));
  return name;
}

/** The name of a group with this title; undefined where no letter is left to begin with. */
export function groupName(title: string): string | undefined {
  const name = title.replaceAll(/[^A-Za-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
  return /^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name) ? name : undefined;
}

export function unlessEmpty(members: JsonObject | undefined): JsonObject | undefined {
  return members === undefined || Object.keys(members).length === 0 ? undefined : members;
}
