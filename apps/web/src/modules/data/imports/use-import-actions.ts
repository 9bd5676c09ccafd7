import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FilePreview, ImportJob, PreviewAgain, StartImport } from '@zhanggui/contract'
import { apiPost, storePath } from '../../../api/client.ts'
import { importKeys } from './use-import-jobs.ts'

/** Starts an import or a dry run. */
export function useStartImport(store: string) {
  const remember = useRememberJob(store)
  return useMutation({
    mutationFn: (request: StartImport) => apiPost<ImportJob>(storePath(store, 'imports'), request),
    onSuccess: remember,
  })
}

export function useCancelImport(store: string) {
  const remember = useRememberJob(store)
  return useMutation({
    mutationFn: (id: number) => apiPost<ImportJob>(storePath(store, 'imports', String(id), 'cancel'), {}),
    onSuccess: remember,
  })
}

/** Goes on with an interrupted import from the last finished part of its file. */
export function useResumeImport(store: string) {
  const remember = useRememberJob(store)
  return useMutation({
    mutationFn: (id: number) => apiPost<ImportJob>(storePath(store, 'imports', String(id), 'resume'), {}),
    onSuccess: remember,
  })
}

/** Reads an uploaded file again as another format, target or header row. */
export const usePreviewAgain = (store: string, uploadId: string) =>
  useMutation({
    mutationFn: (request: PreviewAgain) =>
      apiPost<FilePreview>(storePath(store, 'uploads', uploadId, 'preview'), request),
  })

function useRememberJob(store: string) {
  const client = useQueryClient()
  return (job: ImportJob) => {
    client.setQueryData(importKeys.job(store, job.id), job)
    return client.invalidateQueries({ queryKey: importKeys.jobs(store) })
  }
}
