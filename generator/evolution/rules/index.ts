// The list of the rules of evolution, in the order in which `errtable explain` shows them. A new rule is a file and a line here.
import { aliasRemoved } from "./bodies/alias-removed.ts";
import { codeHeaderChanged } from "./bodies/code-header-changed.ts";
import { codeMoved } from "./bodies/code-moved.ts";
import { codeOptional } from "./bodies/code-optional.ts";
import { codePrefixChanged } from "./bodies/code-prefix-changed.ts";
import { codeRequired } from "./bodies/code-required.ts";
import { codeTypeChanged } from "./bodies/code-type-changed.ts";
import { codeTypeNarrowed } from "./bodies/code-type-narrowed.ts";
import { codeTypeWidened } from "./bodies/code-type-widened.ts";
import { constantAdded } from "./bodies/constant-added.ts";
import { constantChanged } from "./bodies/constant-changed.ts";
import { constantRemoved } from "./bodies/constant-removed.ts";
import { listChanged } from "./bodies/list-changed.ts";
import { mediaTypeChanged } from "./bodies/media-type-changed.ts";
import { memberAdded } from "./bodies/member-added.ts";
import { memberChanged } from "./bodies/member-changed.ts";
import { memberDemanded } from "./bodies/member-demanded.ts";
import { memberNarrowed } from "./bodies/member-narrowed.ts";
import { memberOptional } from "./bodies/member-optional.ts";
import { memberRemoved } from "./bodies/member-removed.ts";
import { memberRequired } from "./bodies/member-required.ts";
import { memberUnproven } from "./bodies/member-unproven.ts";
import { memberWidened } from "./bodies/member-widened.ts";
import { messageLengthLowered } from "./bodies/message-length-lowered.ts";
import { messageLengthRaised } from "./bodies/message-length-raised.ts";
import { messageMoved } from "./bodies/message-moved.ts";
import { messageNarrowed } from "./bodies/message-narrowed.ts";
import { messageWidened } from "./bodies/message-widened.ts";
import { placeAdded } from "./bodies/place-added.ts";
import { requestIdMoved } from "./bodies/request-id-moved.ts";
import { successCodesChanged } from "./bodies/success-codes-changed.ts";
import { caseAdded } from "./cases/case-added.ts";
import { caseMerged } from "./cases/case-merged.ts";
import { caseRemoved } from "./cases/case-removed.ts";
import { caseRenamed } from "./cases/case-renamed.ts";
import { codeAdded } from "./codes/code-added.ts";
import { codeAddedToClosed } from "./codes/code-added-to-closed.ts";
import { codeDeprecated } from "./codes/code-deprecated.ts";
import { codeMadeInternal } from "./codes/code-made-internal.ts";
import { codeRemoved } from "./codes/code-removed.ts";
import { codeRenamed } from "./codes/code-renamed.ts";
import { codeRetired } from "./codes/code-retired.ts";
import { deprecationWithdrawn } from "./codes/deprecation-withdrawn.ts";
import { identifierChanged } from "./codes/identifier-changed.ts";
import { retiredCodeReused } from "./codes/retired-code-reused.ts";
import { retiredEntryRemoved } from "./codes/retired-entry-removed.ts";
import { messageDropped } from "./messages/message-dropped.ts";
import { messageHidden } from "./messages/message-hidden.ts";
import { messageShown } from "./messages/message-shown.ts";
import { messageStated } from "./messages/message-stated.ts";
import { messageWording } from "./messages/message-wording.ts";
import { messageWordingContract } from "./messages/message-wording-contract.ts";
import { paramAdded } from "./messages/param-added.ts";
import { paramNarrowed } from "./messages/param-narrowed.ts";
import { paramRemoved } from "./messages/param-removed.ts";
import { paramRenamed } from "./messages/param-renamed.ts";
import { paramRetyped } from "./messages/param-retyped.ts";
import { paramWidened } from "./messages/param-widened.ts";
import { paramsReordered } from "./messages/params-reordered.ts";
import { verdictBetter } from "./messages/verdict-better.ts";
import { verdictWorse } from "./messages/verdict-worse.ts";
import { operationGainedCode } from "./operations/operation-gained-code.ts";
import { operationLostCode } from "./operations/operation-lost-code.ts";
import { operationRemoved } from "./operations/operation-removed.ts";
import { headerAdded } from "./promises/header-added.ts";
import { headerNarrowed } from "./promises/header-narrowed.ts";
import { headerPromisedRemoved } from "./promises/header-promised-removed.ts";
import { headerRemoved } from "./promises/header-removed.ts";
import { headerWidened } from "./promises/header-widened.ts";
import { retryStrengthened } from "./promises/retry-strengthened.ts";
import { retryWeakened } from "./promises/retry-weakened.ts";
import { retryWithdrawn } from "./promises/retry-withdrawn.ts";
import { statusAdded } from "./promises/status-added.ts";
import { statusChanged } from "./promises/status-changed.ts";
import { statusClassChanged } from "./promises/status-class-changed.ts";
import { statusRemoved } from "./promises/status-removed.ts";
import { statusStated } from "./promises/status-stated.ts";
import { statusWithdrawn } from "./promises/status-withdrawn.ts";
import { tagAdded } from "./promises/tag-added.ts";
import { tagRemoved } from "./promises/tag-removed.ts";
import { fallbackChanged } from "./table/fallback-changed.ts";
import { promiseMade } from "./table/promise-made.ts";
import { promiseWithdrawn } from "./table/promise-withdrawn.ts";
import { tableRenamed } from "./table/table-renamed.ts";
import { textChanged } from "./table/text-changed.ts";
import { translationChanged } from "./table/translation-changed.ts";

export const changeRules = Object.freeze([
  // Codes
  codeRemoved,
  codeRetired,
  codeRenamed,
  retiredEntryRemoved,
  retiredCodeReused,
  codeAdded,
  codeAddedToClosed,
  codeMadeInternal,
  identifierChanged,
  codeDeprecated,
  deprecationWithdrawn,
  // Cases
  caseRemoved,
  caseMerged,
  caseRenamed,
  caseAdded,
  // Statuses, retries, tags and headers
  statusClassChanged,
  statusChanged,
  statusRemoved,
  statusAdded,
  statusStated,
  statusWithdrawn,
  retryWeakened,
  retryWithdrawn,
  retryStrengthened,
  tagRemoved,
  tagAdded,
  headerPromisedRemoved,
  headerRemoved,
  headerAdded,
  headerWidened,
  headerNarrowed,
  // Messages and their params
  paramRemoved,
  paramAdded,
  paramRenamed,
  paramRetyped,
  paramWidened,
  paramNarrowed,
  paramsReordered,
  messageWording,
  messageWordingContract,
  messageDropped,
  messageStated,
  messageHidden,
  messageShown,
  verdictWorse,
  verdictBetter,
  // Bodies
  memberRemoved,
  memberAdded,
  memberDemanded,
  memberOptional,
  memberRequired,
  memberWidened,
  memberNarrowed,
  memberChanged,
  memberUnproven,
  constantChanged,
  constantRemoved,
  constantAdded,
  codeMoved,
  messageMoved,
  messageWidened,
  messageNarrowed,
  listChanged,
  mediaTypeChanged,
  codeTypeChanged,
  codeTypeWidened,
  codeTypeNarrowed,
  codePrefixChanged,
  codeOptional,
  codeRequired,
  codeHeaderChanged,
  successCodesChanged,
  aliasRemoved,
  requestIdMoved,
  placeAdded,
  messageLengthRaised,
  messageLengthLowered,
  // Operations
  operationGainedCode,
  operationLostCode,
  operationRemoved,
  // The table as a whole
  tableRenamed,
  fallbackChanged,
  promiseWithdrawn,
  promiseMade,
  textChanged,
  translationChanged,
]);

export type ChangeRuleId = (typeof changeRules)[number]["id"];

declare module "../../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly evolution: ChangeRuleId;
  }
}
