// The list of rules, in the order in which `errtable explain` shows them. A new rule is a file and a line here.
import { bodyPointers } from "./bodies/body-pointers.ts";
import { bodyRequired } from "./bodies/body-required.ts";
import { detailsCollision } from "./bodies/details-collision.ts";
import { duplicateHeader } from "./bodies/duplicate-header.ts";
import { exampleBody } from "./bodies/example-body.ts";
import { exampleParams } from "./bodies/example-params.ts";
import { invalidPattern } from "./bodies/invalid-pattern.ts";
import { schemaReference } from "./bodies/schema-reference.ts";
import { unknownConstant } from "./bodies/unknown-constant.ts";
import { xmlPlaces } from "./bodies/xml-places.ts";
import { codeType } from "./codes/code-type.ts";
import { duplicateCode } from "./codes/duplicate-code.ts";
import { noIdentifier } from "./codes/no-identifier.ts";
import { reservedIdentifier } from "./codes/reserved-identifier.ts";
import { retiredCodeListed } from "./codes/retired-code-listed.ts";
import { sameCase } from "./codes/same-case.ts";
import { sameIdentifier } from "./codes/same-identifier.ts";
import { sharedName } from "./codes/shared-name.ts";
import { successCode } from "./codes/success-code.ts";
import { unknownCase } from "./codes/unknown-case.ts";
import { unknownCode } from "./codes/unknown-code.ts";
import { unknownGroup } from "./codes/unknown-group.ts";
import { unknownReplacement } from "./codes/unknown-replacement.ts";
import { unknownTag } from "./codes/unknown-tag.ts";
import { unnamedCode } from "./codes/unnamed-code.ts";
import { codeWithoutOperation } from "./docs/code-without-operation.ts";
import { deprecatedDeadEnd } from "./docs/deprecated-dead-end.ts";
import { missingDescription } from "./docs/missing-description.ts";
import { missingExample } from "./docs/missing-example.ts";
import { missingSolution } from "./docs/missing-solution.ts";
import { mixedStatuses } from "./docs/mixed-statuses.ts";
import { sameOperationName } from "./docs/same-operation-name.ts";
import { textRepeatsCode } from "./docs/text-repeats-code.ts";
import { ambiguousMessage } from "./messages/ambiguous-message.ts";
import { foreignPlaceholder } from "./messages/foreign-placeholder.ts";
import { invalidTemplate } from "./messages/invalid-template.ts";
import { messageLength } from "./messages/message-length.ts";
import { opaqueMessage } from "./messages/opaque-message.ts";
import { paramExample } from "./messages/param-example.ts";
import { paramType } from "./messages/param-type.ts";
import { paramsMismatch } from "./messages/params-mismatch.ts";
import { hiddenParam } from "./replies/hidden-param.ts";
import { reservedParam } from "./replies/reserved-param.ts";
import { unfitFallback } from "./replies/unfit-fallback.ts";
import { throttledWithoutRetryAfter } from "./retries/throttled-without-retry-after.ts";
import { unlikelyBackoff } from "./retries/unlikely-backoff.ts";
import { unthrottled429 } from "./retries/unthrottled-429.ts";
import { duplicateLocale } from "./translations/duplicate-locale.ts";
import { ownLocale } from "./translations/own-locale.ts";
import { translationArguments } from "./translations/translation-arguments.ts";
import { unknownTranslation } from "./translations/unknown-translation.ts";
import { untranslated } from "./translations/untranslated.ts";

export const rules = Object.freeze([
  // Codes
  duplicateCode,
  unknownCode,
  unknownReplacement,
  unknownGroup,
  unknownTag,
  unknownCase,
  sameCase,
  codeType,
  successCode,
  unnamedCode,
  retiredCodeListed,
  noIdentifier,
  sameIdentifier,
  reservedIdentifier,
  sharedName,
  // Messages and their params
  invalidTemplate,
  paramsMismatch,
  paramType,
  paramExample,
  messageLength,
  opaqueMessage,
  ambiguousMessage,
  foreignPlaceholder,
  // Bodies, details and headers
  bodyPointers,
  bodyRequired,
  xmlPlaces,
  detailsCollision,
  unknownConstant,
  schemaReference,
  invalidPattern,
  duplicateHeader,
  exampleParams,
  exampleBody,
  // Retries
  unthrottled429,
  throttledWithoutRetryAfter,
  unlikelyBackoff,
  // Replies of servers
  unfitFallback,
  reservedParam,
  hiddenParam,
  // Translations
  unknownTranslation,
  duplicateLocale,
  ownLocale,
  translationArguments,
  untranslated,
  // Docs
  missingDescription,
  missingSolution,
  missingExample,
  textRepeatsCode,
  deprecatedDeadEnd,
  codeWithoutOperation,
  sameOperationName,
  mixedStatuses,
]);

declare module "../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly rules: (typeof rules)[number]["id"];
  }
}
