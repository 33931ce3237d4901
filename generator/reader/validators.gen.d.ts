import type { Validator } from "./validate.ts";

export const validateLanguage: Validator;
export const validateConfig: Validator;
