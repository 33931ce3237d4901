// The errors of a source become the YAML text of a table, with comments on the work that is left.
import type { CodeType } from "../model/body-model.ts";
import { typeKeyword } from "../model/wire-code.ts";
import { pointerText } from "../text/json/pointer.ts";
import { type JsonObject, withoutUndefined } from "../text/json/value.ts";
import { renderYaml } from "../text/yaml.ts";
import { caseNames } from "./case-names.ts";
import { entryLines, groupName, unlessEmpty } from "./entry-text.ts";
import { foldErrors } from "./fold-errors.ts";
import type { Entry } from "./folded-entry.ts";
import { bodyCode, codeTypeOf } from "./found-code-type.ts";
import type { Dropped, FoundBody, FoundTable } from "./found-table.ts";
import { messageLimit } from "./message-limit.ts";
import { findMarks } from "./message-marks.ts";
import { answersOf, isOperationName } from "./table-operations.ts";

export interface TableText {
  readonly name: string;
  readonly text: string;
  readonly codes: number;
  readonly dropped: readonly Dropped[];
}

/** `nameOf` makes the name of the table from the title of the source, `path` is the source as people are shown it. */
export function tableText(found: FoundTable, path: string, nameOf: (title: string | undefined) => string): TableText {
  const { entries, dropped } = foldErrors(found.errors);
  const marks = findMarks(found.errors);
  const name = nameOf(found.title);
  const type = codeTypeOf(found.body, found.errors);
  const named = entries.map((entry) => ({ ...entry, names: caseNames(entry.cases) }));
  const operations = answersOf(named, found.operations, type);
  const title = found.title?.trim();
  const head = withoutUndefined({
    errtable: 1,
    name,
    title: title !== undefined && title !== "" && title.isWellFormed() ? title : undefined,
    version: "1.0.0",
    placeholders: marks.placeholders === "printf" ? undefined : marks.placeholders,
    body: bodyOf({ ...found.body, maxLength: messageLimit(found, marks) }, type),
    groups: unlessEmpty(groupsOf(entries)),
  });
  const text = [
    `# Read from ${path.replaceAll(/[^ -~]+/g, "?")}.`,
    "# Still to do: solutions, retry classes, and marks for the parts of messages that differ from one response to the",
    "# next, with their params.",
    ...(found.body.code === undefined ? ["# The source shows no body: say where code and message stand in it."] : []),
    renderYaml(head).trimEnd(),
    "",
    "errors:",
    ...entryLines(named, name, marks, type),
    ...(Object.keys(operations).length === 0 ? [] : ["", renderYaml({ operations }).trimEnd()]),
    "",
  ].join("\n");
  const foreign = marks.foreign.map((message) => ({
    reason: "placeholders of another kind, which stay text",
    name: message,
  }));
  const nameless = [...new Set(entries.flatMap(({ group }) => group ?? []))]
    .filter((group) => groupName(group) === undefined)
    .map((group) => ({ reason: "groups, whose names need Latin letters", name: group }));
  const unnamed = found.operations
    .filter((operation) => !isOperationName(operation))
    .map((operation) => ({
      reason: "operations, whose names a table cannot have",
      name: operation,
    }));
  return {
    ...{ name, text, codes: entries.length },
    dropped: [...found.dropped, ...dropped, ...foreign, ...nameless, ...unnamed],
  };
}

/** The headings of the source; the title is left out where it is the name. */
function groupsOf(entries: readonly Entry[]): JsonObject {
  const titles = new Set(entries.flatMap(({ group }) => group ?? []));
  return Object.fromEntries(
    [...titles].flatMap((title) => {
      const name = groupName(title);
      return name === undefined ? [] : [[name, title === name ? {} : { title }] as const];
    }),
  );
}

/** Places that are the language's own are left out. */
function bodyOf(body: FoundBody, type: CodeType): JsonObject | undefined {
  const { mediaType, errors, code, isOptional, prefix, header, success, message, properties, required } = body;
  const { otherMessage, response, isSilent, maxLength, messageTypes } = body;
  const text = pointerText(message === undefined || message === "none" ? ["message"] : message);
  const ofMessage = withoutUndefined({
    type: messageTypes?.length === 1 ? messageTypes[0] : messageTypes,
    optional: isSilent === true ? true : undefined,
    maxLength,
  });
  const shortMessage = message === "none" ? message : text;
  const at = pointerText(code ?? ["code"]);
  const long = withoutUndefined({
    at,
    type: type === "string" ? undefined : typeKeyword({ type }),
    optional: isOptional === true ? true : undefined,
    prefix,
    success: success?.length ? success.map((one) => bodyCode(one, type)) : undefined,
    header,
  });
  if (code === undefined && mediaType === undefined && Object.keys(long).length === 1) return undefined;
  return withoutUndefined({
    mediaType,
    errors: errors && pointerText(errors),
    code: Object.keys(long).length === 1 ? at : long,
    message: message === "none" || Object.keys(ofMessage).length === 0 ? shortMessage : { at: text, ...ofMessage },
    properties: unlessEmpty(properties),
    required: required?.length ? required : undefined,
    aliases: otherMessage && [{ code: at, message: pointerText(otherMessage) }],
    response: unlessEmpty(response),
  });
}
