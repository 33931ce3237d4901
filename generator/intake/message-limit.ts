// The limit of messages that a source states is one of the table where all of its messages, with values for their params, keep to it.
import { exampleMessage, exampleValues, lengthOf } from "../model/examples.ts";
import { templateArguments, valueType } from "../template/arguments.ts";
import { readTemplate } from "../template/read-template.ts";
import type { FoundError, FoundTable } from "./found-table.ts";
import { type Marks, writeMessage } from "./message-marks.ts";

/** Undefined where the source states none, or shows a longer message. */
export function messageLimit({ body, errors }: FoundTable, marks: Marks): number | undefined {
  const { maxLength } = body;
  if (maxLength === undefined) return undefined;
  return errors.every((error) => lengthOf(messageOf(error, marks)) <= maxLength) ? maxLength : undefined;
}

/** The message with a value that the type or the name of each param offers. */
function messageOf({ message = "", marks: own }: FoundError, marks: Marks): string {
  const written = writeMessage(message, own, marks);
  const { template } = readTemplate(written.message, { placeholders: marks.placeholders });
  const names = Object.keys(written.params);
  const params = templateArguments(template).map((directive, index) => ({
    name: directive.name?.param ?? names[index] ?? "",
    type: valueType(directive),
  }));
  return exampleMessage(template, params, exampleValues(params));
}
