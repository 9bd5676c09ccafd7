import { useMutation } from '@tanstack/react-query'
import type { PlanTableMode, PlanTableResult } from '@zhanggui/contract'
import { apiPost, apiUpload } from '../../../../api/client.ts'
import { type PlanAt, planPath, useRefreshPlan } from '../use-plans.ts'

type ImportFile = { file: File; mode: PlanTableMode; apply: boolean }

/** Reads a yearly table from a file; without `apply` it only tells what that would do. */
export function useImportTable(at: PlanAt) {
  const refresh = useRefreshPlan(at)
  return useMutation({
    mutationFn: ({ file, mode, apply }: ImportFile) => {
      const form = new FormData()
      form.append('file', file, file.name)
      const search = new URLSearchParams({ mode, apply: String(apply) })
      return apiUpload<PlanTableResult>(`${planPath(at, 'table', 'import')}?${search}`, form)
    },
    onSuccess: ({ applied }) => (applied ? refresh() : undefined),
  })
}

/** Takes the table as it is stored over into goals, tasks, costs and requests. */
export function useDeriveTable(at: PlanAt) {
  const refresh = useRefreshPlan(at)
  return useMutation({
    mutationFn: ({ apply }: { apply: boolean }) =>
      apiPost<PlanTableResult>(`${planPath(at, 'table', 'derive')}?apply=${apply}`, {}),
    onSuccess: ({ applied }) => (applied ? refresh() : undefined),
  })
}

export const exportTablePath = (at: PlanAt, format: 'csv' | 'xlsx'): string =>
  `${planPath(at, 'table', 'export')}?format=${format}`
