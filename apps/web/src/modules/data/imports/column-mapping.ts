import type { FilePreview, Mapping } from '@zhanggui/contract'

export type TargetField = FilePreview['fields'][number]

/**
 * Gives a column of the file a field of the target, or leaves the column out with `null`.
 * A field has one source: the column that had it before is left out, and shown so by the table.
 * A choice made by a person is certain, so its confidence becomes 1.
 */
export function assignField(mapping: Mapping, choice: { column: number; field: string | null }): Mapping {
  return {
    ...mapping,
    columns: mapping.columns.map((entry) => {
      if (entry.column === choice.column) return { ...entry, field: choice.field, confidence: 1 }
      if (choice.field !== null && entry.field === choice.field) return { ...entry, field: null }
      return entry
    }),
  }
}

/** Required fields that no column fills yet; the import cannot start before this is empty. */
export function missingRequiredFields(fields: readonly TargetField[], mapping: Mapping): TargetField[] {
  const filled = new Set(mapping.columns.map((entry) => entry.field))
  return fields.filter((field) => field.required && !filled.has(field.id))
}

/** How many columns of the file are used and how many stay behind. */
export function mappingSummary(mapping: Mapping): { used: number; leftOut: number } {
  const used = mapping.columns.filter((entry) => entry.field !== null).length
  return { used, leftOut: mapping.columns.length - used }
}

export function setOption(mapping: Mapping, option: { id: string; value: string }): Mapping {
  const { [option.id]: _previous, ...others } = mapping.options
  return { ...mapping, options: option.value === '' ? others : { ...others, [option.id]: option.value } }
}

/**
 * The first values of one column that say something, for the eye to check the guess against.
 * Shape: up to `countMax` texts, blanks left out.
 */
export function sampleValues(
  sampleRows: readonly (readonly string[])[],
  at: { column: number; countMax: number },
): string[] {
  return sampleRows
    .map((row) => row[at.column]?.trim() ?? '')
    .filter((value) => value !== '')
    .slice(0, at.countMax)
}
