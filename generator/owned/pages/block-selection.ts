// The attributes of a marker that select errors of a table: codes, a group, statuses, tags and operations.
import { didYouMean } from "../../diagnostic/suggest.ts";
import type { ErrorModel, Model, OperationModel } from "../../model/model.ts";
import { answeredPart } from "../../model/operation-answers.ts";
import type { Attribute, Marker, ReportProblem } from "./markers.ts";

export const SELECTORS: readonly string[] = ["codes", "group", "status", "tags", "operation"];

/** The model with the selected errors, and with the selected operations. A selection leaves out retired codes unless the marker has retired=true. */
export function selected(model: Model, { attributes }: Marker, report: ReportProblem): Model {
  let { errors } = model;
  let last: Attribute | undefined;
  let isKnown = true;
  for (const { key, problemOf, part } of selectionsIn(model)) {
    const attribute = attributes.get(key);
    if (attribute === undefined) continue;
    const names = namesIn(attribute);
    const problems = names.map(problemOf).filter((problem) => problem !== undefined);
    for (const problem of problems) report(attribute.value, ...problem);
    isKnown &&= problems.length === 0;
    errors = errors.flatMap((error) => part(error, names) ?? []);
    last = attribute;
  }
  if (last === undefined) return model;
  if (isKnown && errors.length === 0 && model.errors.length > 0) {
    const help = "Ask for less at once: an error has to fit all of codes, group, status, tags and operation.";
    report(last.value, "No error of the table is asked for.", help);
  }
  const retired = attributes.get("retired")?.value.text === "true" ? model.retired : [];
  const asked = attributes.get("operation");
  const operations = asked === undefined ? model.operations : operationsOf(model, namesIn(asked));
  const isOfOne = asked !== undefined && namesIn(asked).length === 1;
  const isSections = attributes.get("format")?.value.text === "sections";
  return { ...model, errors, operations: isOfOne && isSections ? operations.map(withMeanings) : operations, retired };
}

/** Sections below the heading of their operation need not name it, except where it gives an error a meaning of its own. */
function withMeanings(operation: OperationModel): OperationModel {
  if (operation.name === "*") return operation;
  return { ...operation, answers: operation.answers.filter(({ description }) => description !== undefined) };
}

interface Selection {
  readonly key: string;
  /** The reason why a value selects nothing. */
  problemOf(name: string): readonly [message: string, help: string] | undefined;
  /** The part of an error that one of the values selects. */
  part(error: ErrorModel, names: readonly string[]): ErrorModel | undefined;
}

/** Selects whole errors. */
function whole(fits: (error: ErrorModel, name: string) => boolean): Selection["part"] {
  return (error, names) => (names.some((name) => fits(error, name)) ? error : undefined);
}

/** Every operation may answer with the errors of "*". */
function operationsOf({ operations }: Model, names: readonly string[]): Model["operations"] {
  return operations.filter(({ name }) => name === "*" || names.includes(name));
}

function selectionsIn(model: Model): readonly Selection[] {
  const codes = new Set(model.errors.map(({ code }) => code));
  const identifiers = model.errors.map(({ identifier }) => identifier);
  const groups = model.groups.map(({ name }) => name);
  // A status below 400 is one of an error only where the table says so.
  const statuses = new Set(model.errors.flatMap((error) => error.statuses.map(String)));
  const tags = model.tags.map(({ name }) => name);
  const operations = model.operations.map(({ name }) => name);
  const missing = (kind: string, name: string, known: readonly string[], list: string) =>
    known.includes(name)
      ? undefined
      : ([`"${model.name}" has no ${kind} "${name}" to show.`, didYouMean(name, known) ?? list] as const);
  return [
    {
      key: "codes",
      problemOf: (name) => missing("code", name, [...codes, ...identifiers], listed("codes", [...codes])),
      // As everywhere, a code comes before the identifier of another error.
      part: whole(({ code, identifier }, name) => name === (codes.has(name) ? code : identifier)),
    },
    {
      key: "group",
      problemOf: (name) => missing("group", name, groups, listed("groups", groups)),
      part: whole(({ group }, name) => group === name),
    },
    {
      key: "status",
      problemOf: (name) =>
        /^[45](?:\d\d|xx)$/.test(name) || statuses.has(name)
          ? undefined
          : [`"${name}" is no status of an error.`, STATUS_HELP],
      part: whole(({ statuses }, name) =>
        statuses.some((status) => name === String(status) || name === `${String(status)[0]}xx`),
      ),
    },
    {
      key: "tags",
      problemOf: (name) => missing("tag", name, tags, listed("tags", tags)),
      part: whole((error, name) => error.tags.includes(name)),
    },
    {
      key: "operation",
      problemOf: (name) => missing("operation", name, operations, listed("operations", operations)),
      // An operation may answer with some cases of an error only.
      part: (error, names) =>
        answeredPart(
          error,
          operationsOf(model, names).flatMap(({ answers }) => answers),
        ),
    },
  ];
}

const STATUS_HELP = "Write statuses such as 404, or classes such as 4xx, with commas between them.";

/** A list that stays short enough to be read. */
function listed(kind: string, names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => `"${name}"`);
  const rest = names.length - shown.length;
  if (names.length === 0) return `It has no ${kind}.`;
  return `Its ${kind} are: ${shown.join(", ")}${rest > 0 ? ` and ${rest} others` : ""}.`;
}

export function namesIn({ value }: Attribute): readonly string[] {
  const parts = value.text.split(",").map((part) => part.trim());
  return parts.filter((part) => part !== "");
}
