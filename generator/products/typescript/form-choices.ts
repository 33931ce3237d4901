// The forms that depend on the size of a table, and that users of its code notice: declarations per code, and the union of the errors.
import { ownSchema } from "../../model/body-schema.ts";
import type { Model } from "../../model/model.ts";
import type { Choices, Remark, Settled } from "../choices.ts";
import type { TypescriptOptions } from "../options.gen.ts";
import { errorNames } from "./names.ts";

/** Thousands of exports flood the completions of editors. */
const PER_CODE_LIMIT = 64;

/** The compiler checks a union of fewer types as fast as one type. */
const UNION_LIMIT = 256;

type Choice = "always" | "never";

/** `kept` are the choices of earlier runs; they hold until the options say otherwise. */
export function settleForms(model: Model, options: TypescriptOptions, kept: Choices = {}): Settled<TypescriptOptions> {
  const isSmall = model.errors.length <= PER_CODE_LIMIT;
  const perCode = decided(options.perCode) ?? decided(kept["perCode"]) ?? (isSmall ? "always" : "never");
  const needsUnion = perCode === "always" || model.errors.some((error) => ownSchema(error, model.body) !== undefined);
  const wanted = decided(options.discriminatedUnion) ?? decided(kept["discriminatedUnion"]);
  const discriminatedUnion = needsUnion ? "always" : (wanted ?? "never");
  const made = { perCode, discriminatedUnion } as const;
  const left = Object.entries(made).filter(([option]) => decided(options[option as keyof typeof made]) === undefined);
  const remarks = [
    ...(decided(options.perCode) === undefined && (perCode === "always") !== isSmall
      ? [perCodeRemark(model, options, perCode)]
      : []),
    ...(decided(options.discriminatedUnion) === undefined && wanted === "always" && !needsUnion
      ? unionRemark(model)
      : []),
  ];
  return { options: { ...options, ...made }, choices: Object.fromEntries(left), remarks };
}

function decided(value: string | undefined): Choice | undefined {
  return value === "always" || value === "never" ? value : undefined;
}

function perCodeRemark(model: Model, { prefix = model.name }: TypescriptOptions, choice: Choice): Remark {
  const { length, 0: first } = model.errors;
  const option = "perCode";
  const names = first === undefined ? undefined : errorNames(first, prefix);
  const examples = names === undefined ? "" : `, such as ${names.type} and ${names.guard}`;
  if (choice === "always")
    return {
      option,
      message: `The table has grown to ${length} codes, and each keeps declarations of its own, as errtable chose before.`,
      help: `Set "perCode: always" to keep them. "perCode: never" is easier on editors; it takes away the exports that are named after codes${examples}.`,
    };
  return {
    option,
    message: `The table has ${length} ${length === 1 ? "code" : "codes"} now, few enough for declarations of their own.`,
    help: `Set "perCode: always" to get exports that are named after codes${examples}; it breaks nothing. Set "perCode: never" to go on without them.`,
  };
}

function unionRemark({ name, errors: { length } }: Model): readonly Remark[] {
  if (length <= UNION_LIMIT) return [];
  return [
    {
      option: "discriminatedUnion",
      message: `The union of the errors has a type for each of ${length} codes, as errtable chose before.`,
      help: `Set "discriminatedUnion: always" to keep it. "discriminatedUnion: never" compiles faster; a switch over the code of a ${name}Error does not narrow it any more.`,
    },
  ];
}
