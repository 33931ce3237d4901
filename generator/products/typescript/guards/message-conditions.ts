// The conditions on the message of a body: it is a text, or has one of the types that the table gives messages.
import type { BodyModel } from "../../../model/body-model.ts";
import { isTextAlone, messageSchema } from "../../../model/body-schema.ts";
import { allDoc, callDoc, ifDoc } from "../printer/code.ts";
import type { Doc } from "../printer/typescript-layout.ts";
import type { CheckFunctions } from "./check-functions.ts";
import { checkFor } from "./schema-checks.ts";

/** The name of the check of messages that are no mere texts. */
export function messageCheck(body: BodyModel, functions: CheckFunctions): string | undefined {
  const { message } = body;
  return message === undefined || isTextAlone(body)
    ? undefined
    : checkFor(messageSchema(message), "Message", functions);
}

/** A statement that returns nothing where the message is another value. */
export function textCondition(text: Doc, { message }: BodyModel, isMessage: string | undefined): Doc {
  const isNoText: Doc =
    isMessage === undefined ? ["typeof ", text, ' !== "string"'] : ["!", callDoc(isMessage, [text])];
  const wrong = message?.isOptional ? allDoc([[text, " !== undefined"], isNoText]) : isNoText;
  return ifDoc(wrong, "return undefined;");
}
