import { missingRequiredFields, type TargetField } from './column-mapping.ts'
import type { FileDraft, ImportDraft } from './import-draft.ts'

/** Required fields that a file to be imported still lacks. A file left out lacks nothing. */
export const missingOf = (file: FileDraft): TargetField[] =>
  file.included ? missingRequiredFields(file.preview.fields, file.mapping) : []

/** True when the server would take the draft: at least one file, and every required field has its column. */
export const isReady = (draft: ImportDraft): boolean =>
  draft.files.some((file) => file.included) && draft.files.every((file) => missingOf(file).length === 0)
