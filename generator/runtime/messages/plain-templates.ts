// Messages without params: each is a text of the table, or any text where the API promises none.

import type { Value } from "../printf/param-values.ts";
import { paramOf } from "./given.ts";

/** The message itself, or "{message}" where programs give it as a param. */
export type ReadyTemplate = string;

export type CodeTemplate = ReadyTemplate;

export type Template = ReadyTemplate;

export function readyTemplate(template: CodeTemplate): ReadyTemplate {
  return template;
}

/** The message. It throws a TypeError for a code without a template, and for a missing message. */
export function fillIn(template: ReadyTemplate | undefined, params: unknown): string {
  if (template === undefined) throw new TypeError("The table has no error with this code.");
  return template === ANY_TEXT ? String(paramOf(params as ReadParams, "message")) : template;
}

const ANY_TEXT = "{message}";

export type ReadParams = Readonly<Record<string, Value>>;

export function fillTemplate(template: Template, params: object): string {
  return fillIn(readyTemplate(template), params);
}

/** Undefined if the message is another one. */
export function readOut(template: ReadyTemplate | undefined, message: string): ReadParams | undefined {
  if (template === ANY_TEXT) return { message };
  return template === message ? {} : undefined;
}

/** Whether params may make the message. */
export function isMessageOf(template: ReadyTemplate, message: string): boolean {
  return template === ANY_TEXT || template === message;
}

export interface CodedTemplate {
  readonly code: string;
  readonly template: ReadyTemplate;
}

/** With their texts, as the matcher takes them. */
export function codedTemplates(
  templates: Readonly<Record<string, CodeTemplate>>,
): readonly (readonly [template: CodedTemplate, text: string])[] {
  return Object.entries(templates).map(([code, template]) => {
    return [{ code, template }, template === ANY_TEXT ? "" : template] as const;
  });
}

/** The same as reading a message, because no error has cases. */
export function readOutOf(
  template: ReadyTemplate | undefined,
  _name: string | undefined,
  message: string,
): ReadParams | undefined {
  return readOut(template, message);
}
