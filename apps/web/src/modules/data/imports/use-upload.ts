import type { UploadResult } from '@zhanggui/contract'
import { useRef, useState } from 'react'
import { apiUpload, storePath } from '../../../api/client.ts'
import { ApiProblem } from '../../../api/problem.ts'

export type Upload = { files: readonly File[]; share: number; problem: ApiProblem | null }

/**
 * Sends files and tells how far it is.
 * After a failure the chosen files stay in `upload`, so that "retry" does not ask for them again.
 */
export function useUpload(store: string, onDone: (result: UploadResult) => void) {
  const [upload, setUpload] = useState<Upload | null>(null)
  const abort = useRef<AbortController | null>(null)

  const send = async (files: readonly File[]) => {
    const form = new FormData()
    for (const file of files) form.append('files', file, file.name)
    abort.current = new AbortController()
    setUpload({ files, share: 0, problem: null })
    try {
      const result = await apiUpload<UploadResult>(storePath(store, 'uploads'), form, {
        signal: abort.current.signal,
        onProgress: (share) => setUpload({ files, share, problem: null }),
      })
      setUpload(null)
      onDone(result)
    } catch (error) {
      if (error instanceof ApiProblem) setUpload({ files, share: 0, problem: error })
      else setUpload(null)
    }
  }
  const stop = () => {
    abort.current?.abort()
    setUpload(null)
  }
  return { upload, send, stop }
}
