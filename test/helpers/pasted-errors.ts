// Every error of Function Compute in the shapes that people paste, with the values that are to be read from it.

import type { Model } from "../../generator/model/model.ts";
import { formatTemplate } from "../../generator/template/read-template.ts";
import { type FlatError, flatErrors } from "./flat-error.ts";
import { modelOfFile } from "./model-fixtures.ts";

export interface PastedError {
  readonly code: string;
  readonly shape: string;
  readonly text: string;
  /** By name; undefined where the text has no message. */
  readonly params: Readonly<Record<string, string | number>> | undefined;
}

export const functionCompute: Model = modelOfFile("spec/function-compute.errors.yaml");

/** Other values than the examples, which the page shows anyway. */
function otherValue({ type, example }: FlatError["params"][number]): string | number {
  return type === "string" ? `${String(example)}-7` : 41;
}

export const pastedErrors: readonly PastedError[] = flatErrors(functionCompute).flatMap((error) => {
  const { code, status, template, params } = error;
  const values = params.map(otherValue);
  const message = template === undefined ? "try again later" : formatTemplate(template, values);
  const told = Object.fromEntries(params.map(({ name }, index) => [name, values[index] ?? ""]));
  const body = JSON.stringify({ errorCode: code, errorMessage: message });
  const pasted = (shape: string, text: string): PastedError => ({
    code,
    shape,
    text,
    params: template === undefined ? undefined : told,
  });
  return [
    pasted("body", body),
    pasted("generic body", JSON.stringify({ Code: code, Message: message, RequestId: "r-1" }, undefined, 2)),
    pasted(
      "problem",
      JSON.stringify({ type: `https://errors.example/${code}`, title: "It failed", status, detail: message }),
    ),
    pasted(
      "response",
      `HTTP/1.1 ${status} X\r\nContent-Type: application/json\r\nX-Fc-Request-Id: r-1\r\nRetry-After: 7\r\n\r\n${body}`,
    ),
    pasted("line with JSON", `2026-03-01T10:00:00Z WARN [worker-3] call failed status=${status} body=${body}`),
    pasted("line", `2026-03-01T10:00:00Z ERROR [main] fc: ${code}: ${message}`),
    ...(hasWords(error) ? [pasted("message", message)] : []),
  ];
});

function hasWords({ template }: FlatError): boolean {
  return template?.tokens.some(({ kind }) => kind === "literal") === true;
}
