// A table becomes TypeScript or JavaScript: types, guards, messages and the table itself, as sources without dependencies.
import type { Emitter } from "../artifact.ts";
import type { TypescriptOptions } from "../options.gen.ts";
import { hasConstantRows } from "./constants/constant-rows.ts";
import { emitConstants } from "./constants/constants-file.ts";
import { filesOf } from "./files.ts";
import { emitGuards } from "./guards/guards-file.ts";
import { isXml } from "./http/body-places.ts";
import { caseModules } from "./http/case-readers.ts";
import { emitHttp } from "./http/http-file.ts";
import { responseEngine } from "./http/response-engine.ts";
import { emitDecode } from "./messages/decode-file.ts";
import { matcherEngine, messageEngines } from "./messages/message-engines.ts";
import { emitTemplates } from "./messages/message-templates.ts";
import { emitMessages } from "./messages/messages-file.ts";
import { engine, type Module } from "./printer/module.ts";
import { makePlan, type PartName, type Plan } from "./product-plan.ts";
import { XML } from "./runtime.gen.ts";
import { emitMocks } from "./server/mocks-file.ts";
import { emitServer } from "./server-files.ts";
import { emitTable } from "./table/table-file.ts";
import { emitCodes } from "./types/codes-file.ts";
import { emitTypes } from "./types/types-file.ts";

export const typescript: Emitter<TypescriptOptions> = {
  kind: "typescript",
  emit(model, options) {
    const plan = makePlan(model, options);
    const constants = hasConstantRows(plan) ? [emitConstants(plan)] : [];
    return filesOf([emitTypes(plan), ...constants, ...[...plan.parts].flatMap((part) => PARTS[part](plan))], plan);
  },
};

/** The modules of each part. */
const PARTS: Readonly<Record<PartName, (plan: Plan) => readonly Module[]>> = {
  codes: (plan) => [emitCodes(plan)],
  guards: emitGuards,
  messages: (plan) => [emitMessages(plan), emitTemplates(plan), ...messageEngines(plan)],
  decode: (plan) => [emitDecode(plan), ...matcherEngine(plan)],
  table: (plan) => [emitTable(plan)],
  http: (plan) => [
    emitHttp(plan),
    ...caseModules(plan),
    engine("response", responseEngine(plan), READ_TYPES),
    ...(isXml(plan) ? [engine("xml", XML)] : []),
  ],
  server: emitServer,
  mocks: emitMocks,
};

/** The types of the arguments of the functions that read responses. */
const READ_TYPES = ["ReadOptions", "ReceivedResponse", "ResponseLike"];
