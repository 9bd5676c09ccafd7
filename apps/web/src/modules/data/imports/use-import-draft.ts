import { useQuery } from '@tanstack/react-query'
import type { UploadResult } from '@zhanggui/contract'
import { useEffect, useMemo, useState } from 'react'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { draftStorage } from './draft-storage.ts'
import { draftFromUpload, type ImportDraft, withSamples } from './import-draft.ts'

export const uploadKey = (store: string, uploadId: string) => queryKeys.storeList(store, 'upload', uploadId)

/**
 * The wizard's draft of one upload: what this tab kept of it, on top of what the server knows of the files.
 * Every change is kept at once, so nothing typed depends on a button.
 */
export function useImportDraft(store: string, uploadId: string) {
  const storage = useMemo(() => draftStorage(window.sessionStorage, store), [store])
  const [edited, setEdited] = useState<ImportDraft | null>(() => storage.load(uploadId))
  const upload = useQuery({
    queryKey: uploadKey(store, uploadId),
    queryFn: ({ signal }) => apiGet<UploadResult>(storePath(store, 'uploads', uploadId), signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const draft = useMemo(() => {
    if (!upload.data) return null
    return edited ? withSamples(edited, upload.data) : draftFromUpload(upload.data)
  }, [edited, upload.data])

  useEffect(() => {
    if (edited) storage.save(edited)
  }, [edited, storage])

  return { draft, upload, change: setEdited, forget: () => storage.forget(uploadId) }
}
