import { useQueryClient } from '@tanstack/react-query'
import type { ImportJob } from '@zhanggui/contract'
import { useEffect, useState } from 'react'
import { storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { isMoving } from './import-state.ts'
import { importKeys } from './use-import-jobs.ts'

/**
 * Follows a working import live and writes what it hears into the job's cache entry.
 * Returns whether the line is up; the browser reconnects a lost one by itself, and the page says so meanwhile.
 */
export function useImportProgress(store: string, job: Pick<ImportJob, 'id' | 'state'> | undefined): { live: boolean } {
  const client = useQueryClient()
  const [live, setLive] = useState(true)
  const id = job?.id
  const moving = job !== undefined && isMoving(job.state)

  useEffect(() => {
    if (id === undefined || !moving) return
    const source = new EventSource(storePath(store, 'imports', String(id), 'progress'))
    source.onopen = () => setLive(true)
    source.onerror = () => setLive(false)
    source.onmessage = (event: MessageEvent<string>) => {
      const heard = JSON.parse(event.data) as ImportJob
      setLive(true)
      client.setQueryData(importKeys.job(store, id), heard)
      if (isMoving(heard.state)) return
      source.close()
      // New rows change every figure of the shop, not only this list.
      void client.invalidateQueries({ queryKey: queryKeys.store(store) })
    }
    return () => source.close()
  }, [client, store, id, moving])

  return { live }
}
