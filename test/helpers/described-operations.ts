// Operations of a description get the responses that embedding gives them.
import { modelFor } from "../../generator/model/audience.ts";
import type { Model } from "../../generator/model/model.ts";
import {
  type DescribedOperation,
  describeOperations,
  operationReader,
} from "../../generator/products/openapi/operation-responses.ts";
import type { OpenapiOptions } from "../../generator/products/options.gen.ts";

export function operationsWithErrors(whole: Model, options: OpenapiOptions, operations: readonly DescribedOperation[]) {
  return describeOperations(modelFor(options, whole), options, operations.map(operationReader(whole)));
}
