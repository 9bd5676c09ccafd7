import { type ImportDraft, withoutSamples } from './import-draft.ts'

/** The part of Storage that drafts need; tests hand in a Map-like one. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * Keeps wizard drafts for the life of the browser tab, so that a reload or a lost connection costs nobody their typing.
 * Sample rows are left out: they may name people, and a browser's storage is no place for that.
 * A full or forbidden storage loses only this convenience, never the draft on screen; therefore `save` swallows that error.
 */
export function draftStorage(storage: TextStorage, store: string) {
  const keyOf = (uploadId: string) => `zhanggui.import-draft.${store}.${uploadId}`
  return {
    load: (uploadId: string): ImportDraft | null => readDraft(storage.getItem(keyOf(uploadId)), uploadId),
    save: (draft: ImportDraft) => {
      try {
        storage.setItem(keyOf(draft.uploadId), JSON.stringify(withoutSamples(draft)))
      } catch {
        storage.removeItem(keyOf(draft.uploadId))
      }
    },
    forget: (uploadId: string) => storage.removeItem(keyOf(uploadId)),
  }
}

/** `null` for text that is no draft of this upload, e.g. one kept by an older release. */
function readDraft(text: string | null, uploadId: string): ImportDraft | null {
  if (text === null) return null
  try {
    const draft = JSON.parse(text) as Partial<ImportDraft> | null
    return draft?.uploadId === uploadId && Array.isArray(draft.files) ? (draft as ImportDraft) : null
  } catch {
    return null
  }
}
