// An error of ajv becomes a diagnostic: a sentence in the words of the file, its place, and how to correct it.

import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { namesText } from "../diagnostic/sentence-words.ts";
import type { Span } from "../diagnostic/source.ts";
import { createCorrector, didYouMean } from "../diagnostic/suggest.ts";
import type { Edit } from "../diagnostic/text-edits.ts";
import { type Path, pointerTokens } from "../text/json/pointer.ts";
import { type Grammar, placeOfField } from "./field-shape.ts";
import { findSplitText } from "./flow-comma.ts";
import type { GRAMMAR_KINDS } from "./grammar-kinds.ts";
import { hasIntegerCodes } from "./integer-codes.ts";
import { isNeeded, itemPath, type Located, locate, type SchemaError, subject, titleOf } from "./schema-error.ts";
import { typeHelp } from "./type-messages.ts";
import { expectedType, typeName, valueMessage } from "./value-messages.ts";
import type { SpecDocument } from "./yaml/document.ts";
import { scalarText } from "./yaml/edits.ts";

export function toDiagnostic(document: SpecDocument, found: SchemaError, schema: unknown): Diagnostic {
  const path = pointerTokens(found.instancePath);
  const error = locate(found, path, document.data, schema);
  const { code, span, message, help, lines, fix } = describe(error, itemPath(path, document.data), document, schema);
  const isHelp = typeof help === "string" && help !== "";
  return {
    code,
    severity: "error",
    message,
    place: { source: document.source, span },
    ...(isHelp ? { help } : {}),
    ...(lines === undefined ? {} : { example: lines }),
    ...(fix === undefined ? {} : { fix }),
  };
}

interface Description {
  readonly code: keyof typeof GRAMMAR_KINDS;
  readonly span: Span;
  readonly message: string;
  readonly help: unknown;
  /** As the file could have them. */
  readonly lines?: readonly string[] | undefined;
  readonly fix?: readonly Edit[] | undefined;
}

function describe(error: Located, path: Path, document: SpecDocument, root: unknown): Description {
  if (error.propertyName !== undefined) {
    const message = `The name "${error.propertyName}" is not allowed here.`;
    const help = error.parentSchema["patternErrorMessage"];
    return { code: "invalid-value", span: document.keySpan([...path, error.propertyName]), message, help };
  }
  const title = titleOf(path);
  // An empty value has no place of its own.
  const span = error.data === null ? document.keySpan(path) : document.valueSpan(path);
  switch (error.keyword) {
    case "required": {
      const name = String(error.params["missingProperty"]);
      const message = `${subject(path)} has no "${name}".`;
      return { code: "missing-field", span: document.keySpan(path), message, help: missingHelp(error, name) };
    }
    case "additionalProperties": {
      const name = String(error.params["additionalProperty"]);
      const split = findSplitText(document, path, name, error.data as object);
      if (split !== undefined) return { code: "unknown-field", ...split };
      const fields = Object.keys((error.parentSchema["properties"] as object | undefined) ?? {});
      const message = `${subject(path)} has no field named "${name}".`;
      const nameSpan = document.keySpan([...path, name]);
      const meant = createCorrector(fields)(name);
      const beside = Object.keys(error.data as object);
      const here = { value: error.data, schema: error.parentSchema as Grammar };
      const elsewhere = placeOfField(name, here, { value: document.data, schema: root as Grammar });
      const help = didYouMean(name, fields, beside) ?? elsewhere ?? `The fields here are ${namesText(fields)}.`;
      const fix = meant === undefined || beside.includes(meant) ? undefined : [{ ...nameSpan, text: meant }];
      return { code: "unknown-field", span: nameSpan, message, help, fix };
    }
    case "type":
    case "anyOf": {
      const { start, end } = document.valueSpan(path);
      const written = document.source.text.slice(start, end);
      const message = `${title} must be ${expectedType(error)}; this is ${typeName(error.data)}.`;
      const { help, lines, text } = typeHelp({
        path,
        data: error.data,
        written,
        schema: error.parentSchema,
        root: root as Grammar,
        isNeeded: isNeeded(error, root),
        hasIntegerCodes: hasIntegerCodes(document.data),
      });
      return {
        code: "wrong-type",
        span,
        message,
        help,
        lines,
        fix: text === undefined ? undefined : [{ ...span, text }],
      };
    }
    default: {
      const [message, help, meant] = valueMessage(error, path, root as Grammar);
      const fix = meant === undefined ? undefined : [{ ...span, text: scalarText(meant) }];
      const shape = typeof help === "object" ? help : { help };
      return { code: "invalid-value", span, message, fix, ...shape };
    }
  }
}

function missingHelp(error: Located, name: string): string {
  const field = (error.parentSchema["properties"] as Record<string, Record<string, unknown>> | undefined)?.[name];
  if (field?.["const"] !== undefined) return `Add \`${name}: ${String(field["const"])}\`.`;
  return typeof field?.["description"] === "string" ? `Add "${name}": ${field["description"]}` : `Add "${name}".`;
}
