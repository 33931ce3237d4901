// The forms that depend on the size of a table, and that users of its code notice: declarations per code, and the union of the errors.
import { ownSchema } from "../../model/body-schema.ts";
import type { ErrorModel, Model } from "../../model/model.ts";
import type { Choices, Remark, Settled } from "../choices.ts";
import type { TypescriptOptions } from "../options.gen.ts";
import { errorNames, tableNames } from "./names.ts";

/** Thousands of exports flood the completions of editors. */
const PER_CODE_LIMIT = 64;

/** The compiler checks a union of fewer types as fast as one type. */
const UNION_LIMIT = 256;

type Choice = "always" | "never";

/** `kept` are the choices of earlier runs; they hold until the options say otherwise. */
export function settleForms(model: Model, options: TypescriptOptions, kept: Choices = {}): Settled<TypescriptOptions> {
  const isSmall = model.errors.length <= PER_CODE_LIMIT;
  const perCode = decided(options.perCode) ?? decided(kept["perCode"]) ?? (isSmall ? "always" : "never");
  const differing = model.errors.filter((error) => ownSchema(error, model.body) !== undefined);
  const wanted = decided(options.discriminatedUnion) ?? decided(kept["discriminatedUnion"]);
  const isPlain = perCode === "never" && differing.length === 0;
  const discriminatedUnion = perCode === "always" ? "always" : (wanted ?? (isPlain ? "never" : "always"));
  const made = { perCode, discriminatedUnion } as const;
  const left = Object.entries(made).filter(([option]) => decided(options[option as keyof typeof made]) === undefined);
  const remarks = [
    ...(decided(options.perCode) === undefined && (perCode === "always") !== isSmall
      ? [perCodeRemark(model, options, perCode)]
      : []),
    ...(decided(options.discriminatedUnion) === undefined && perCode === "never"
      ? unionRemarks(model, options, discriminatedUnion, differing)
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

function unionRemarks(
  model: Model,
  { prefix = model.name }: TypescriptOptions,
  choice: Choice,
  differing: readonly ErrorModel[],
): readonly Remark[] {
  const option = "discriminatedUnion";
  const { length } = model.errors;
  const { error } = tableNames(model, prefix);
  const [first] = differing;
  if (choice === "never" && first !== undefined)
    return [
      {
        option,
        message: `"${first.code}" has members of its own now, and ${error} remains one type for all codes, as errtable chose before.`,
        help: `Set "discriminatedUnion: always" for a union of a type per code, in which a switch over the code finds them; an interface that extends ${error} does not compile any more. Set "discriminatedUnion: never" to go on without it.`,
      },
    ];
  if (choice === "never" || length <= UNION_LIMIT || first !== undefined) return [];
  return [
    {
      option,
      message: `The union of the errors has a type for each of ${length} codes, as errtable chose before.`,
      help: `Set "discriminatedUnion: always" to keep it. "discriminatedUnion: never" compiles faster; a switch over the code of a ${error} does not narrow it any more.`,
    },
  ];
}
