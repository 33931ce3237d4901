// A table becomes the names that the TypeScript product declares. A name of an error never hides a name of the table.
import type { ErrorModel, Model } from "../../model/model.ts";
import { tableErrorNames } from "../../model/naming.ts";

/** The names of a whole table. */
export type TableNames = Readonly<ReturnType<typeof tableNames>>;

/** `name` is the name of the table in identifiers. */
export function tableNames({ errors }: Model, name: string) {
  const codes = new Set(errors.map(({ wireCode }) => String(wireCode)));
  const besideCodes = (wanted: string): string => (codes.has(wanted) ? besideCodes(`${wanted}_`) : wanted);
  return {
    code: `${name}ErrorCode`,
    codes: `${name}ErrorCodes`,
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
    tag: `${name}ErrorTag`,
    byTag: `${name}ErrorByTag`,
    ofTag: `${name}ErrorOfTag`,
    response: `${name}ErrorResponse`,
    params: `${name}ErrorParams`,
    paramsByCode: `${name}ErrorParamsByCode`,
    message: `${name}ErrorMessage`,
    messageByCode: `${name}ErrorMessageByCode`,
    case: `${name}ErrorCase`,
    members: `${name}ErrorMembers`,
    is: `is${name}Error`,
    isOfStatus: `is${name}ErrorOfStatus`,
    isOfRetry: `is${name}ErrorOfRetry`,
    isTagged: `is${name}ErrorTagged`,
    isResponse: `is${name}ErrorResponse`,
    findRetry: `find${name}ErrorRetry`,
    isUnknown: `isUnknown${name}Error`,
    read: `read${name}Error`,
    readAll: `read${name}Errors`,
    match: `match${name}Error`,
    format: `format${name}Message`,
    parse: `parse${name}Message`,
    candidate: `${name}MessageCandidate`,
    decode: `decode${name}Message`,
    create: `create${name}Error`,
    createResponse: `create${name}ErrorResponse`,
    entry: `${name}ErrorEntry`,
    caseEntry: `${name}ErrorCaseEntry`,
    texts: `${name}ErrorTexts`,
    tableType: `${name}ErrorTable`,
    table: `${lowerCamel(name)}ErrorTable`,
    find: `find${name}ErrorEntry`,
    serviceError: `${name}ServiceError`,
    serviceErrorOf: `${name}ServiceErrorOf`,
    serviceErrorFacts: `${name}ServiceErrorFacts`,
    isServiceError: `is${name}ServiceError`,
    failure: `${name}Failure`,
    /** By which failures of a table know each other: no identifier, so that editors offer it last. */
    failureBrand: `~${name}`,
    failureOptions: `${name}FailureOptions`,
    isFailure: `is${name}Failure`,
    createFailure: `${lowerCamel(name)}Failure`,
    makeFailure: `${name}FailureMaker`,
    makePlainFailure: `${name}PlainFailureMaker`,
    reply: `${name}Reply`,
    replyOptions: `${name}ReplyOptions`,
    toReply: `to${name}Reply`,
    problem: `${lowerCamel(name)}Problem`,
    pages: `${lowerCamel(name)}Pages`,
    locale: `${name}Locale`,
    formatIn: `format${name}MessageIn`,
    errorAttributes: `${lowerCamel(name)}ErrorAttributes`,
    errorLog: `${lowerCamel(name)}ErrorLog`,
    retirement: `${name}ErrorRetirement`,
    findRetired: `findRetired${name}Error`,
    /** The arm of a match for codes that are not in the table. */
    otherwise: besideCodes("otherwise"),
    /** The members of the arms that hold the arms for statuses and for retry classes. */
    statusArms: besideCodes("status"),
    retryArms: besideCodes("retry"),
  };
}

/** Adapters have the name of their framework at their end: "shopExpressErrors". */
export function adapterName({ createFailure }: TableNames, end: string): string {
  return createFailure.replace(/Failure$/, end);
}

/** The names of one error. */
export type ErrorNames = Readonly<ReturnType<typeof errorNames>>;

export function errorNames(error: Pick<ErrorModel, "errorName">, table: string) {
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
    failure: `${base}Failure`,
    row: `${base.charAt(0).toLowerCase()}${base.slice(1)}Row`,
  };
}

/** "FCGateway" begins with an abbreviation: "fcGateway". */
function lowerCamel(name: string): string {
  return name.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (start) => start.toLowerCase());
}
