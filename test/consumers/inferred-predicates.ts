// A program that filters with a function whose body is a guard: compilers that infer type predicates narrow there, too.
import { type FunctionComputeError, isFunctionComputeError } from "./generated/function-compute/index.js";

const values: readonly unknown[] = [];
export const kept: FunctionComputeError[] = values.filter((value) => isFunctionComputeError(value));
