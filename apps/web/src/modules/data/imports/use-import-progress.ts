import { useQueryClient } from '@tanstack/react-query'
import type { ImportJob } from '@zhanggui/contract'
import { useEffect, useState } from 'react'
import { storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { isMoving } from './import-state.ts'
import { importKeys } from './use-import-jobs.ts'

const RECONNECT_MS = 2_000

/**
 * Follows a working import live and writes what it hears into the job's cache entry.
 * Returns whether the line is up. A lost line is taken up again, and the job is asked for anew each time: the server may
 * have restarted meanwhile and know the import as interrupted. The browser's own reconnecting would give up at the first
 * answer that is no stream.
 */
export function useImportProgress(store: string, job: Pick<ImportJob, 'id' | 'state'> | undefined): { live: boolean } {
  const client = useQueryClient()
  const [attempt, setAttempt] = useState(0)
  const [live, setLive] = useState(true)
  const id = job?.id
  const moving = job !== undefined && isMoving(job.state)

  useEffect(() => {
    if (id === undefined || !moving) return
    if (attempt > 0) void client.invalidateQueries({ queryKey: importKeys.job(store, id) })
    const source = new EventSource(storePath(store, 'imports', String(id), 'progress'))
    let retry: ReturnType<typeof setTimeout> | undefined
    source.onmessage = (event: MessageEvent<string>) => {
      const heard = JSON.parse(event.data) as ImportJob
      setLive(true)
      client.setQueryData(importKeys.job(store, id), heard)
      if (isMoving(heard.state)) return
      source.close()
      // New rows change every figure of the shop, not only this list.
      void client.invalidateQueries({ queryKey: queryKeys.store(store) })
    }
    source.onerror = () => {
      source.close()
      setLive(false)
      retry = setTimeout(() => setAttempt(attempt + 1), RECONNECT_MS)
    }
    return () => {
      source.close()
      clearTimeout(retry)
    }
  }, [client, store, id, moving, attempt])

  return { live }
}
