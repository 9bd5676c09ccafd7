import type { ResourceField, ResourceInfo } from '@zhanggui/contract'

/** Fields that a form can fill. Structured content belongs to pages of its own. */
export const formFields = (resource: ResourceInfo): ResourceField[] =>
  resource.fields.filter((field) => field.kind !== 'json')

/** A record whose required content a form cannot make is made elsewhere, such as a view that the explorer saves. */
export const canCreateByForm = (resource: ResourceInfo): boolean =>
  resource.fields.every((field) => field.kind !== 'json' || !field.required)

/**
 * What the form holds as data to save. Fields that the form does not show keep their value; emptied ones become null,
 * because an empty text is no value.
 */
export function dataToSave(
  resource: ResourceInfo,
  { stored, typed }: { stored: Readonly<Record<string, unknown>>; typed: Readonly<Record<string, unknown>> },
): Record<string, unknown> {
  const filled = formFields(resource).map((field) => [field.id, savedValue(typed[field.id])] as const)
  const shown = resource.fields.map((field) => [field.id, stored[field.id] ?? null] as const)
  return { ...Object.fromEntries(shown), ...Object.fromEntries(filled) }
}

function savedValue(typed: unknown): unknown {
  if (typed === undefined) return null
  if (typeof typed !== 'string') return typed
  const text = typed.trim()
  return text === '' ? null : text
}
