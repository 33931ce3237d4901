// Errors that differ by constants alone share one type of bodies, which looks the values up by the code.
import { memberKey } from "../../../model/body-layout.ts";
import { constantMembers } from "../constants/constant-rows.ts";
import { CONSTANTS_TYPE } from "../constants/constants-file.ts";
import { type Declaration, declareTypeText } from "../printer/module.ts";
import { generic, literalType, named } from "../printer/typescript-type.ts";
import type { Plan } from "../product-plan.ts";
import { bodyType, declareBody } from "./body-shape.ts";

export const FIXED_BODY = "FixedBody";

export function constantTypes(plan: Plan): readonly Declaration[] {
  const keys = new Set(constantMembers(plan).map(({ at }) => memberKey(at)));
  const type = bodyType(plan.model.body, named("Code"), undefined, {
    typeOf: ({ type }, at) => {
      const key = memberKey(at);
      return keys.has(key) ? generic("ConstantOf", named("Code"), literalType(key), type) : type;
    },
  });
  return [
    declareBody(
      {
        name: FIXED_BODY,
        isLocal: true,
        doc: "The body of an error, with the values of members that its code has by itself.",
        typeParameters: ["Code"],
      },
      type,
    ),
    CONSTANT_OF,
  ];
}

const CONSTANT_OF = declareTypeText(`type ConstantOf<Code, Name, Any> = Code extends keyof ${CONSTANTS_TYPE}
  ? Name extends keyof ${CONSTANTS_TYPE}[Code]
    ? ${CONSTANTS_TYPE}[Code][Name]
    : Any
  : Any;`);
