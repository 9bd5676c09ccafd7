import type { ProgrammeField } from '@zhanggui/contract'

export type Values = Record<string, unknown>

/** What a form begins with: the sample terms, but no goods that the shop may not have. */
export function startValues(fields: readonly ProgrammeField[], start: Values): Values {
  return Object.fromEntries(fields.map((field) => [field.id, startOf(field, start[field.id])]))
}

function startOf(field: ProgrammeField, sample: unknown): unknown {
  if (field.kind === 'sku') return ''
  if (field.kind === 'skus') return []
  if (field.kind !== 'rows' || !field.fields) return sample
  const { fields } = field
  return (sample as readonly Values[]).map((row) => startValues(fields, row))
}
