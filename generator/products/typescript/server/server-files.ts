// A table becomes the modules of its server: the failures that it throws, and the replies to them.

import { isXml } from "../http/body-places.ts";
import { engine, type Module } from "../printer/module.ts";
import type { Plan } from "../product-plan.ts";
import { FAILURE, XML_BODY } from "../runtime.gen.ts";
import { emitFailures } from "./failures-file.ts";
import { emitReply } from "./reply-file.ts";
import { emitRows } from "./rows-file.ts";

/** Adapters for frameworks are modules beside these: they import the reply of the table, and write it. */
export function emitServer(plan: Plan): readonly Module[] {
  return [
    emitFailures(plan),
    emitRows(plan),
    emitReply(plan),
    engine("server", FAILURE),
    ...(isXml(plan) ? [engine("xml-body", XML_BODY)] : []),
  ];
}
