import type { Validator } from "../../reader/validate.ts";

export const validateAccepted: Validator;
