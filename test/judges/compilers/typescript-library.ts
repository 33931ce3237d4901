// TypeScript as a library: its newest release that is written in JavaScript, and a generator of types for JSON Schemas.
export { compile as typesOfSchema, type JSONSchema } from "json-schema-to-typescript";
export { default as ts } from "typescript-5.9";
