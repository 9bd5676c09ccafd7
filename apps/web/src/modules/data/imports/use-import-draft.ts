import { useQuery } from '@tanstack/react-query'
import type { UploadResult } from '@zhanggui/contract'
import { useEffect, useMemo, useState } from 'react'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { draftStorage } from './draft-storage.ts'
import { draftFromUpload, type ImportDraft } from './import-draft.ts'

/**
 * The wizard's draft of one upload: what this tab kept, else a fresh one from what the server still knows of the files.
 * Every change is kept at once, so nothing typed depends on a button.
 */
export function useImportDraft(store: string, uploadId: string) {
  const storage = useMemo(() => draftStorage(window.sessionStorage, store), [store])
  const [edited, setEdited] = useState<ImportDraft | null>(() => storage.load(uploadId))
  const upload = useQuery({
    queryKey: queryKeys.storeList(store, 'upload', uploadId),
    queryFn: ({ signal }) => apiGet<UploadResult>(storePath(store, 'uploads', uploadId), signal),
    enabled: edited === null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const fresh = useMemo(() => (upload.data ? draftFromUpload(upload.data) : null), [upload.data])
  const draft = edited ?? fresh

  useEffect(() => {
    if (edited) storage.save(edited)
  }, [edited, storage])

  return { draft, upload, change: setEdited, forget: () => storage.forget(uploadId) }
}
