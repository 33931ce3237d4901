// A table becomes the names that the TypeScript product declares. A name of an error never hides a name of the table.
import type { ErrorModel, Model } from "../../model/model.ts";
import { tableErrorNames } from "../../model/naming.ts";

/** Of the whole table. */
export interface TableNames {
  readonly code: string;
  readonly wireCode: string;
  readonly error: string;
  readonly unknown: string;
  readonly body: string;
  readonly byCode: string;
  readonly of: string;
  readonly status: string;
  readonly byStatus: string;
  readonly ofStatus: string;
  readonly retry: string;
  readonly byRetry: string;
  readonly ofRetry: string;
  readonly params: string;
  readonly paramsByCode: string;
  readonly message: string;
  readonly messageByCode: string;
  readonly members: string;
  readonly is: string;
  readonly isOfStatus: string;
  readonly isOfRetry: string;
  readonly findRetry: string;
  readonly isUnknown: string;
  readonly read: string;
  readonly match: string;
  readonly format: string;
  readonly parse: string;
  readonly candidate: string;
  readonly decode: string;
  readonly create: string;
  readonly entry: string;
  readonly texts: string;
  readonly tableType: string;
  readonly table: string;
  readonly find: string;
  readonly serviceError: string;
  readonly serviceErrorOf: string;
  readonly serviceErrorFacts: string;
  readonly isServiceError: string;
  readonly retirement: string;
  readonly findRetired: string;
  /** The arm of a match that takes codes which the table does not have. */
  readonly otherwise: string;
  /** The members of a match's arms that hold arms for statuses and for retry classes. */
  readonly statusArms: string;
  readonly retryArms: string;
}

/** `name` is the name of the table in identifiers. */
export function tableNames({ errors }: Model, name: string): TableNames {
  const codes = new Set(errors.map((error) => error.code));
  const besideCodes = (wanted: string): string => (codes.has(wanted) ? besideCodes(`${wanted}_`) : wanted);
  return {
    code: `${name}ErrorCode`,
    wireCode: `${name}WireErrorCode`,
    error: `${name}Error`,
    unknown: `Unknown${name}Error`,
    body: `${name}ErrorBody`,
    byCode: `${name}ErrorByCode`,
    of: `${name}ErrorOf`,
    status: `${name}ErrorStatus`,
    byStatus: `${name}ErrorByStatus`,
    ofStatus: `${name}ErrorOfStatus`,
    retry: `${name}ErrorRetry`,
    byRetry: `${name}ErrorByRetry`,
    ofRetry: `${name}ErrorOfRetry`,
    params: `${name}ErrorParams`,
    paramsByCode: `${name}ErrorParamsByCode`,
    message: `${name}ErrorMessage`,
    messageByCode: `${name}ErrorMessageByCode`,
    members: `${name}ErrorMembers`,
    is: `is${name}Error`,
    isOfStatus: `is${name}ErrorOfStatus`,
    isOfRetry: `is${name}ErrorOfRetry`,
    findRetry: `find${name}ErrorRetry`,
    isUnknown: `isUnknown${name}Error`,
    read: `read${name}Error`,
    match: `match${name}Error`,
    format: `format${name}Message`,
    parse: `parse${name}Message`,
    candidate: `${name}MessageCandidate`,
    decode: `decode${name}Message`,
    create: `create${name}Error`,
    entry: `${name}ErrorEntry`,
    texts: `${name}ErrorTexts`,
    tableType: `${name}ErrorTable`,
    table: `${lowerCamel(name)}ErrorTable`,
    find: `find${name}ErrorEntry`,
    serviceError: `${name}ServiceError`,
    serviceErrorOf: `${name}ServiceErrorOf`,
    serviceErrorFacts: `${name}ServiceErrorFacts`,
    isServiceError: `is${name}ServiceError`,
    retirement: `${name}ErrorRetirement`,
    findRetired: `findRetired${name}Error`,
    otherwise: besideCodes("otherwise"),
    statusArms: besideCodes("status"),
    retryArms: besideCodes("retry"),
  };
}

/** Of one error. */
export interface ErrorNames {
  readonly type: string;
  readonly params: string;
  readonly message: string;
  readonly guard: string;
  readonly format: string;
  readonly parse: string;
  readonly create: string;
  readonly template: string;
}

export function errorNames(error: ErrorModel, table: string): ErrorNames {
  let base = error.errorName.replace(/Error$/, "");
  const taken = tableErrorNames(table);
  while (taken.includes(`${base}Error`)) base = table + base;
  return {
    type: `${base}Error`,
    params: `${base}Params`,
    message: `${base}Message`,
    guard: `is${base}Error`,
    format: `format${base}Message`,
    parse: `parse${base}Message`,
    create: `create${base}Error`,
    template: `${base.charAt(0).toLowerCase()}${base.slice(1)}Template`,
  };
}

/** "FCGateway" begins with an abbreviation: "fcGateway". */
function lowerCamel(name: string): string {
  return name.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (start) => start.toLowerCase());
}
