// Tells oRPC of the errors of a table, and makes its errors of failures.
import { type FailureSource, shownFacts } from "../server/failure-facts.ts";

/** A schema of the standard that oRPC, tRPC and others read. */
export interface ParamsSchema<Params> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "errtable";
    readonly validate: (value: unknown) => ParamsResult<Params>;
    readonly types?: { readonly input: Params; readonly output: Params } | undefined;
  };
}

export type ParamsResult<Params> =
  | { readonly value: Params; readonly issues?: undefined }
  | { readonly issues: readonly ParamsIssue[] };

export interface ParamsIssue {
  readonly message: string;
  readonly path: readonly string[];
}

/** The types of params by name, as typeof tells them. */
export type ParamTypes = Readonly<Record<string, "string" | "number" | "bigint">>;

export function paramsSchema<Params>(types: ParamTypes): ParamsSchema<Params> {
  const validate = (value: unknown): ParamsResult<Params> => {
    const params = Object(value) as Readonly<Record<string, unknown>>;
    const isFit = (name: string): boolean =>
      name.hasOwnProperty.call(params, name) && typeof params[name] === types[name];
    const issues = Object.keys(types)
      .filter((name) => !isFit(name))
      .map((name) => ({ message: `The param "${name}" has to be a ${types[name]}.`, path: [name] }));
    return issues.length === 0 ? { value: value as Params } : { issues };
  };
  return { "~standard": { version: 1, vendor: "errtable", validate } };
}

export interface OrpcRow<Params> {
  readonly status: number;
  readonly message: string;
  readonly data: ParamsSchema<Params>;
}

export type OrpcRows = Readonly<
  Record<string, { readonly status: number; readonly message: string; readonly params: ParamTypes }>
>;

/** The errors as oRPC's contracts have them. */
export function orpcMap<Errors>(rows: OrpcRows): Errors {
  const errors: Record<string, OrpcRow<unknown>> = {};
  for (const [code, { status, message, params }] of Object.entries(rows))
    errors[code] = { status, message, data: paramsSchema(params) };
  return errors as Errors;
}

/** Other errors become the fallback, as in replies. Hidden messages take the params with them. */
export type ToOrpcError = <Made>(
  ORPCError: new (
    code: string,
    options: {
      readonly defined: boolean;
      readonly status: number;
      readonly message: string;
      readonly data: object;
    },
  ) => Made,
  error: unknown,
) => Made;

export function orpcError(source: FailureSource): ToOrpcError {
  return (ORPCError, error) => {
    const { row, message, params } = shownFacts(error, source);
    const isKnown = row.code !== undefined;
    // Statuses below 400 are no errors to oRPC.
    const status = row.status < 400 ? 500 : row.status;
    const code = isKnown ? String(row.code) : "INTERNAL_SERVER_ERROR";
    return new ORPCError(code, { defined: isKnown, status, message, data: params });
  };
}
