// The list of rules, in the order in which `errtable explain` shows them. A new rule is a file and a line here.
import { ambiguousMessage } from "./ambiguous-message.ts";
import { bodyPointers } from "./body-pointers.ts";
import { bodyRequired } from "./body-required.ts";
import { codeWithoutOperation } from "./code-without-operation.ts";
import { deprecatedDeadEnd } from "./deprecated-dead-end.ts";
import { detailsCollision } from "./details-collision.ts";
import { duplicateCode } from "./duplicate-code.ts";
import { duplicateHeader } from "./duplicate-header.ts";
import { duplicateLocale } from "./duplicate-locale.ts";
import { exampleBody } from "./example-body.ts";
import { exampleParams } from "./example-params.ts";
import { invalidPattern } from "./invalid-pattern.ts";
import { invalidTemplate } from "./invalid-template.ts";
import { missingDescription } from "./missing-description.ts";
import { missingExample } from "./missing-example.ts";
import { missingSolution } from "./missing-solution.ts";
import { noIdentifier } from "./no-identifier.ts";
import { opaqueMessage } from "./opaque-message.ts";
import { ownLocale } from "./own-locale.ts";
import { paramExample } from "./param-example.ts";
import { paramType } from "./param-type.ts";
import { paramsMismatch } from "./params-mismatch.ts";
import { reservedIdentifier } from "./reserved-identifier.ts";
import { retiredCodeListed } from "./retired-code-listed.ts";
import type { Rule } from "./rule.ts";
import { sameIdentifier } from "./same-identifier.ts";
import { sameOperationName } from "./same-operation-name.ts";
import { schemaReference } from "./schema-reference.ts";
import { textRepeatsCode } from "./text-repeats-code.ts";
import { throttledWithoutRetryAfter } from "./throttled-without-retry-after.ts";
import { translationArguments } from "./translation-arguments.ts";
import { unknownCode } from "./unknown-code.ts";
import { unknownGroup } from "./unknown-group.ts";
import { unknownReplacement } from "./unknown-replacement.ts";
import { unknownTranslation } from "./unknown-translation.ts";
import { unlikelyBackoff } from "./unlikely-backoff.ts";
import { unthrottled429 } from "./unthrottled-429.ts";
import { untranslated } from "./untranslated.ts";

export const rules: readonly Rule[] = Object.freeze([
  // Codes
  duplicateCode,
  unknownCode,
  unknownReplacement,
  unknownGroup,
  retiredCodeListed,
  noIdentifier,
  sameIdentifier,
  reservedIdentifier,
  // Messages and their params
  invalidTemplate,
  paramsMismatch,
  paramType,
  paramExample,
  opaqueMessage,
  ambiguousMessage,
  // Bodies, details and headers
  bodyPointers,
  bodyRequired,
  detailsCollision,
  schemaReference,
  invalidPattern,
  duplicateHeader,
  exampleParams,
  exampleBody,
  // Retries
  unthrottled429,
  throttledWithoutRetryAfter,
  unlikelyBackoff,
  // Translations
  unknownTranslation,
  duplicateLocale,
  ownLocale,
  translationArguments,
  untranslated,
  // What readers need
  missingDescription,
  missingSolution,
  missingExample,
  textRepeatsCode,
  deprecatedDeadEnd,
  codeWithoutOperation,
  sameOperationName,
]);
