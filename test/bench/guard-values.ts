// A model becomes the values that guards and parsers are tried on, as lines of JSON: what a client gets, and some that it should not get.

import type { WireCode } from "../../generator/model/body-model.ts";
import type { Model } from "../../generator/model/model.ts";
import { formatTemplate } from "../../generator/template/read-template.ts";
import type { Token } from "../../generator/template/template.ts";
import { createRandom, type Random } from "../corpora/tables/random.ts";
import { type FlatError, flatErrors } from "../helpers/flat-error.ts";

const COUNT = 1000;

/** Seven of ten are errors of the table; the others have unknown codes, or are no errors at all. */
export function bodyLines({ errors }: Model): readonly string[] {
  const random = createRandom(2);
  return Array.from({ length: COUNT }, () => {
    const { wireCode: code } = random.pick(errors);
    const message = `resource ${random.below(1e6)} is not available`;
    const kind = random.below(100);
    if (kind < 55) return JSON.stringify({ errorCode: code, errorMessage: message });
    if (kind < 70) return JSON.stringify({ errorCode: code, errorMessage: message, requestId: `r-${kind}` });
    if (kind < 85) return JSON.stringify({ errorCode: unknown(code), errorMessage: message });
    if (kind < 90) return JSON.stringify({ errorCode: code });
    if (kind < 96) return JSON.stringify({ message: "Not Found" });
    return ["null", '"Bad Gateway"', JSON.stringify([code])][kind % 3] ?? "null";
  });
}

/** A code like the given one, which no table has. */
function unknown(code: WireCode): WireCode {
  return typeof code === "number" ? code + 1 : `${code.slice(0, -1)}q`;
}

/** Of ten messages seven are of the code, one has quotes and words of the template in its values, two are cut off or of another code. */
export function messageLines(model: Model): readonly string[] {
  const random = createRandom(3);
  const withParams = flatErrors(model).filter(({ params }) => params.length > 0);
  return Array.from({ length: COUNT }, () => {
    const error = random.pick(withParams);
    const kind = random.below(10);
    const message = messageOf(kind === 9 ? random.pick(withParams) : error, kind === 7, random);
    return JSON.stringify({ code: error.wireCode, message: kind === 8 ? message.slice(0, -5) : message });
  });
}

function messageOf({ template, params }: FlatError, isAwkward: boolean, random: Random): string {
  if (template === undefined) return "no text";
  const text = isAwkward ? "it's 'one' of 'two'" : "demo-service";
  const values = params.map(({ type }) => (type === "string" ? `${text}${random.below(1000)}` : random.below(1e6)));
  return formatTemplate(template, values);
}

/** By code, the source of the expression with a named group per param that people write for such a message. */
export function messageExpressions(model: Model): readonly (readonly [WireCode, string])[] {
  const source = ({ template, params }: FlatError): string => {
    const part = (token: Token): string =>
      token.kind === "literal"
        ? token.text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
        : `(?<${params[token.argument]?.name}>.*?)`;
    return `^${(template?.tokens ?? []).map(part).join("")}$`;
  };
  return flatErrors(model).map((error) => [error.wireCode, source(error)]);
}
