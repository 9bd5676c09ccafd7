import { useQuery } from '@tanstack/react-query'
import type { FormatInfo, ImportJob, RejectedRow } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { isMoving } from './import-state.ts'

const LIST_REFRESH_MS = 2_000
/** Rejected rows shown on the page; the quarantine file has them all. */
export const REJECTED_ROWS_SHOWN = 200

export const importKeys = {
  jobs: (store: string) => queryKeys.storeList(store, 'imports'),
  job: (store: string, id: number) => queryKeys.storeList(store, 'import', id),
  rejects: (store: string, id: number) => queryKeys.storeList(store, 'import-rejects', id),
  formats: ['formats'] as const,
}

/** The shop's imports, newest first. Asks again by itself while one of them is working. */
export const useImportJobs = (store: string) =>
  useQuery({
    queryKey: importKeys.jobs(store),
    queryFn: ({ signal }) => apiGet<ImportJob[]>(storePath(store, 'imports'), signal),
    refetchInterval: (query) => (query.state.data?.some((job) => isMoving(job.state)) ? LIST_REFRESH_MS : false),
  })

export const useImportJob = (store: string, id: number) =>
  useQuery({
    queryKey: importKeys.job(store, id),
    queryFn: ({ signal }) => apiGet<ImportJob>(storePath(store, 'imports', String(id)), signal),
  })

/** The first rejected rows of an import; asked only once there are any. */
export const useRejectedRows = (store: string, job: Pick<ImportJob, 'id' | 'rejected' | 'state'>) =>
  useQuery({
    queryKey: importKeys.rejects(store, job.id),
    queryFn: ({ signal }) =>
      apiGet<RejectedRow[]>(
        `${storePath(store, 'imports', String(job.id), 'rejects')}?limit=${REJECTED_ROWS_SHOWN}`,
        signal,
      ),
    enabled: job.rejected > 0 && !isMoving(job.state),
  })

/** What files the importer knows by itself. */
export const useFormats = () =>
  useQuery({
    queryKey: importKeys.formats,
    queryFn: ({ signal }) => apiGet<FormatInfo[]>('/v1/formats', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
