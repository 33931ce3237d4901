// What is known of each code becomes functions: switches while the table is tiny, groups of codes and a way to find them when it is not.

import type { TableNames } from "../names.ts";
import { blockDoc, callDoc } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import type { Declaration } from "../printer/module.ts";
import { type Doc, HARD_LINE, indent, join } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { named } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { union } from "../types/schema-types.ts";
import { type CheckSet, useHelper } from "./check-set.ts";
import { declareGroups, type KnownCode } from "./code-groups.ts";
import { detailsName } from "./details.ts";

/** How guards look up what is known of a code. */
export interface Lookup {
  readonly statements: readonly Declaration[];
  /** What is undefined where the table does not have `code`. */
  readonly found: string;
  readonly hasRetries: boolean;
  /** Conditions on a `value` with this `code`; none where no error has members of its own. */
  readonly details: readonly Doc[];
}

/** Up to this size nothing is faster than switches, and nothing reads better. */
const SWITCH_LIMIT = 8;

export function planLookup({ errors, names }: Plan, checks: CheckSet): Lookup {
  const known = errors.map((error): KnownCode => {
    const { code, status, retry } = error;
    return { code, status, retry, details: detailsName(error, checks) };
  });
  const isSmall = known.length <= SWITCH_LIMIT;
  const hasRetries = known.some(({ retry }) => retry !== undefined);
  const hasDetails = known.some(({ details }) => details !== undefined);
  if (hasDetails) useHelper("passes", checks);
  const { status, retry, details } = isSmall ? switches(known) : IN_GROUPS;
  return {
    statements: [
      lookup("statusOf", "number", status),
      ...(hasRetries ? [retryLookup(names, retry)] : []),
      ...(hasDetails ? [detailsMatch(details)] : []),
      ...(isSmall ? [] : declareGroups(known, names.retry)),
    ],
    found: isSmall ? "statusOf(code)" : "groupOf(code)",
    hasRetries,
    details: hasDetails ? [callDoc("detailsMatch", ["value", "code"])] : [],
  };
}

/** What the functions do. */
interface Bodies {
  readonly status: readonly Doc[];
  readonly retry: readonly Doc[];
  readonly details: readonly Doc[];
}

const IN_GROUPS: Bodies = {
  status: ["return groupOf(code)?.status;"],
  retry: ["return groupOf(code)?.retry;"],
  details: ["const details = groupOf(code)?.details;", "return details === undefined || passes(value, details);"],
};

function switches(known: readonly KnownCode[]): Bodies {
  const on = (valueIn: (known: KnownCode) => string | undefined, otherwise: string): readonly Doc[] => {
    const values = known.map((each) => [each.code, valueIn(each)] as const);
    return [switchOn(values, otherwise)];
  };
  return {
    status: on(({ status }) => String(status), "undefined"),
    retry: on(({ retry }) => (retry === undefined ? undefined : stringLiteral(retry)), "undefined"),
    details: on(({ details }) => (details === undefined ? undefined : `passes(value, ${details})`), "true"),
  };
}

function lookup(name: string, type: string, body: readonly Doc[]): Declaration {
  return declareFunction({
    name,
    isLocal: true,
    parameters: ["code: string | undefined"],
    returns: `${type} | undefined`,
    body,
  });
}

function retryLookup({ findRetry, retry }: TableNames, body: readonly Doc[]): Declaration {
  return declareFunction({
    name: findRetry,
    doc: "The retry class of a code; undefined where the API does not say, and for codes that are not in the table.",
    parameters: ["code: string | undefined"],
    returns: union([named(retry), named("undefined")]),
    body,
  });
}

function detailsMatch(body: readonly Doc[]): Declaration {
  return declareFunction({
    name: "detailsMatch",
    isLocal: true,
    parameters: ["value: unknown", "code: string | undefined"],
    returns: "boolean",
    body,
  });
}

/** Codes without a value are like those that the table does not have: what stands for them comes last. */
export function switchOn(values: Iterable<readonly [string, string | undefined]>, otherwise: string): Doc {
  const byValue = new Map<string, string[]>();
  for (const [code, value] of values) {
    if (value === undefined) continue;
    const codes = byValue.get(value);
    if (codes === undefined) byValue.set(value, [code]);
    else codes.push(code);
  }
  const cases = [...byValue].map(
    ([value, codes]): Doc => [
      join(
        codes.map((code) => `case ${stringLiteral(code)}:`),
        HARD_LINE,
      ),
      indent([HARD_LINE, `return ${value};`]),
    ],
  );
  const last: Doc = ["default:", indent([HARD_LINE, `return ${otherwise};`])];
  return blockDoc("switch (code) {", [...cases, last]);
}
