// The operations of an API description become the responses that each may have, and the components that these need.
import type { AnswerModel, Model } from "../../model/model.ts";
import { methodAndPath } from "../../model/operation-keys.ts";
import type { OpenapiOptions } from "../options.gen.ts";
import { refTo } from "./component-names.ts";
import { type Components, componentsOf } from "./components.ts";
import {
  commonAnswers,
  fallbackGroups,
  keyGroups,
  mergeGroups,
  type ResponseGroup,
  statusGroups,
} from "./response-groups.ts";
import { type OpenapiSettings, settingsOf } from "./settings.ts";
import { withoutRoot } from "./xml-root.ts";

/** An operation of an API description. */
export interface DescribedOperation {
  readonly operationId?: string;
  /** In any case. */
  readonly method: string;
  /** As the description spells it: "/parcels/{id}". */
  readonly path: string;
  readonly tags?: readonly string[];
  /** Its x-error-codes: codes as the table has them, or as they travel. */
  readonly errorCodes?: readonly string[];
}

export interface OperationCodes {
  /**
   * operation: the table names the operation, by its id or as "PUT /parcels/{id}"; x-error-codes: the operation lists
   * codes; tag: the table names one of its tags; every: only the codes of "*"; all: all codes, because the table names
   * nothing that fits.
   */
  readonly source: "operation" | "x-error-codes" | "tag" | "every" | "all";
  /** The key in the table, or the operation; components are named after it. */
  readonly key: string;
  /** Without those of "*". */
  readonly answers: readonly AnswerModel[];
  /** The values of x-error-codes that are no codes of the table. */
  readonly unknown: readonly string[];
}

interface OperationErrors extends OperationCodes {
  /** References by status, in the order of a description. */
  readonly responses: Readonly<Record<string, { readonly $ref: string }>>;
}

/** The responses of operations by their codes in the whole model; of the codes, only those of the given model count. */
export function describeOperations(
  given: Model,
  options: OpenapiOptions,
  operations: readonly OperationCodes[],
): {
  /** Only the components that the responses need. */
  readonly components: Components;
  /** In the order of the operations. */
  readonly operations: readonly OperationErrors[];
} {
  const settings = settingsOf(options);
  const model = withoutRoot(given);
  const groups = operations.map(groupsOfOperations(model, settings));
  const responsesOf = (ofOperation: readonly ResponseGroup[] = []) =>
    Object.fromEntries(ofOperation.map(({ range, name }) => [range, { $ref: refTo("responses", name) }]));
  return {
    components: componentsOf(model, mergeGroups(groups.flat()), settings),
    operations: operations.map((one, index) => ({ ...one, responses: responsesOf(groups[index]) })),
  };
}

/** The first source with codes: the table's entry for the operation, the operation itself, the entry for a tag, "*". */
export function operationReader(model: Model): (operation: DescribedOperation) => OperationCodes {
  const byKey = new Map(model.operations.map((one) => [canonicalKey(one.name), one]));
  const known = new Map(
    model.errors.flatMap(({ code, wireCode }) => [[String(wireCode), code] as const, [code, code]]),
  );
  const listed = (keys: readonly string[]) => {
    const found = keys.map((key) => (key === "*" ? undefined : byKey.get(key))).find((one) => one !== undefined);
    return found === undefined ? undefined : { key: found.name, answers: found.answers, unknown: [] };
  };
  return ({ operationId, method, path, tags = [], errorCodes }) => {
    const route = `${method.toUpperCase()} ${path}`;
    const ofOperation = listed([...(operationId === undefined ? [] : [operationId]), route]);
    if (ofOperation !== undefined) return { source: "operation", ...ofOperation };
    if (errorCodes !== undefined) {
      const codes = errorCodes.flatMap((code) => known.get(code) ?? []);
      const answers = [...new Set(codes)].map((code) => ({ code, extensions: {} }));
      const unknown = errorCodes.filter((code) => !known.has(code));
      return { source: "x-error-codes", key: operationId ?? route, answers, unknown };
    }
    const ofTag = listed(tags);
    if (ofTag !== undefined) return { source: "tag", ...ofTag };
    return { source: byKey.has("*") ? "every" : "all", key: "*", answers: [], unknown: [] };
  };
}

/** Methods are written in any case. */
function canonicalKey(key: string): string {
  const { method, path } = methodAndPath(key) ?? {};
  return method === undefined ? key : `${method.toUpperCase()} ${path}`;
}

function groupsOfOperations(
  model: Model,
  settings: OpenapiSettings,
): (codes: OperationCodes) => readonly ResponseGroup[] {
  const common = keyGroups("*", commonAnswers(model), model, settings);
  const all = statusGroups(model, settings);
  const fallbacks = fallbackGroups(model, settings);
  return ({ source, key, answers }) => {
    if (source === "all") return [...all, ...fallbacks];
    const own = answers.length === 0 ? [] : keyGroups(key, answers, model, settings);
    const statuses = new Set(own.map(({ range }) => range));
    return [...own, ...common.filter(({ range }) => !statuses.has(range)), ...fallbacks];
  };
}
