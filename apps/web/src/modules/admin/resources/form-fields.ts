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

type Data = Readonly<Record<string, unknown>>

/**
 * What a form shows after a colleague was faster: the reader's own edits on the colleague's version.
 * A field counts as edited when what was typed differs from the version that the form was filled from; both having edited
 * the same field, the reader's value stands, because it is on screen and will be looked at before saving.
 */
export function keepEdits(
  resource: ResourceInfo,
  { base, typed, newest }: { base: Data; typed: Data; newest: Data },
): Record<string, unknown> {
  const shown = formFields(resource).map(({ id }) => {
    const edited = savedValue(typed[id]) !== (base[id] ?? null)
    return [id, edited ? typed[id] : (newest[id] ?? null)] as const
  })
  return Object.fromEntries(shown)
}

function savedValue(typed: unknown): unknown {
  if (typed === undefined) return null
  if (typeof typed !== 'string') return typed
  const text = typed.trim()
  return text === '' ? null : text
}
