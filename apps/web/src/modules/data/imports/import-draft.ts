import type { FilePreview, Mapping, StartImport, UploadResult } from '@zhanggui/contract'

/** One uploaded file with what the person has decided about it so far. */
export type FileDraft = { preview: FilePreview; included: boolean; mapping: Mapping }

/** Everything typed into the wizard. It outlives errors and reloads, and is forgotten once the import has started. */
export type ImportDraft = {
  uploadId: string
  files: FileDraft[]
  source: string
  permissionBasis: string
  saveMapping: boolean
}

/** Why the shop may use a file; the answer is kept with the import. */
export const PERMISSION_BASES = ['own_data', 'contract', 'consent', 'public_data', 'licensed'] as const
export type PermissionBasis = (typeof PERMISSION_BASES)[number]

export function draftFromUpload(upload: UploadResult): ImportDraft {
  return {
    uploadId: upload.uploadId,
    files: upload.files.map((preview) => ({ preview, included: true, mapping: preview.mapping })),
    source: '',
    permissionBasis: 'own_data',
    saveMapping: true,
  }
}

/** Replaces one file of the draft, found by its name: names are unique within an upload. */
export function updateFile(draft: ImportDraft, name: string, change: (file: FileDraft) => FileDraft): ImportDraft {
  return { ...draft, files: draft.files.map((file) => (file.preview.name === name ? change(file) : file)) }
}

export function startRequest(draft: ImportDraft, run: { dryRun: boolean }): StartImport {
  return {
    uploadId: draft.uploadId,
    files: draft.files.filter((f) => f.included).map((f) => ({ name: f.preview.name, mapping: f.mapping })),
    dryRun: run.dryRun,
    saveMapping: draft.saveMapping,
    source: draft.source.trim(),
    permissionBasis: draft.permissionBasis,
  }
}

/** The draft without a line of the files themselves. */
export const withoutSamples = (draft: ImportDraft): ImportDraft => ({
  ...draft,
  files: draft.files.map((file) => ({ ...file, preview: { ...file.preview, sampleRows: [] } })),
})

/**
 * The draft with the sample rows that the server still has of its files.
 * A file that was read with another header row than the upload's first preview keeps none: they would be the wrong rows.
 */
export function withSamples(draft: ImportDraft, upload: UploadResult): ImportDraft {
  const sampleRowsOf = (preview: FilePreview): string[][] => {
    const known = upload.files.find((file) => file.name === preview.name)
    return known && known.headerRow === preview.headerRow ? known.sampleRows : []
  }
  return {
    ...draft,
    files: draft.files.map((file) =>
      file.preview.sampleRows.length > 0
        ? file
        : { ...file, preview: { ...file.preview, sampleRows: sampleRowsOf(file.preview) } },
    ),
  }
}
