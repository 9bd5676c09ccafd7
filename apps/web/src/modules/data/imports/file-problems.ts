import { mappingSummary, missingRequiredFields, type TargetField } from './column-mapping.ts'
import type { FileDraft, ImportDraft } from './import-draft.ts'

/** Why a file cannot be imported yet. */
export type FileProblem = { kind: 'missing'; fields: TargetField[] } | { kind: 'nothingUsed' }

/** `null` for a file that is ready, and for one that is left out: it holds up nobody. */
export function problemOf(file: FileDraft): FileProblem | null {
  if (!file.included) return null
  const fields = missingRequiredFields(file.preview.fields, file.mapping)
  if (fields.length > 0) return { kind: 'missing', fields }
  return mappingSummary(file.mapping).used === 0 ? { kind: 'nothingUsed' } : null
}

/** True when there is something to import and nothing stands in its way. */
export const isReady = (draft: ImportDraft): boolean =>
  draft.files.some((file) => file.included) && draft.files.every((file) => problemOf(file) === null)
