import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FileFindings, PlanFindings } from '@zhanggui/contract'
import { apiDelete, apiGet, apiPut, apiUpload, storePath } from '../../../api/client.ts'
import { type PlanAt, planKeys, planPath } from '../plans/use-plans.ts'

const keyOf = (at: PlanAt) => [...planKeys.plan(at), 'findings'] as const

/** The findings of a plan as it stands now; any change of the plan makes them stale. */
export const useFindings = (at: PlanAt) =>
  useQuery({
    queryKey: keyOf(at),
    queryFn: ({ signal }) => apiGet<PlanFindings>(planPath(at, 'findings'), signal),
  })

/** Address of the table of findings. */
export const exportFindingsPath = (at: PlanAt, format: 'csv' | 'xlsx'): string =>
  `${planPath(at, 'findings', 'export')}?format=${format}`

/** The server answers with all findings anew, so that nothing has to be asked again. */
function useAnswer(at: PlanAt) {
  const client = useQueryClient()
  return (findings: PlanFindings) => client.setQueryData(keyOf(at), findings)
}

/** Lets a warning or note stand, with the reason. */
export const useAcknowledge = (at: PlanAt) => {
  const onSuccess = useAnswer(at)
  return useMutation({
    mutationFn: ({ key, reason }: { key: string; reason: string }) =>
      apiPut<PlanFindings>(planPath(at, 'findings', key, 'acknowledgement'), { reason }),
    onSuccess,
  })
}

export const useWithdraw = (at: PlanAt) => {
  const onSuccess = useAnswer(at)
  return useMutation({
    mutationFn: (key: string) => apiDelete<PlanFindings>(planPath(at, 'findings', key, 'acknowledgement')),
    onSuccess,
  })
}

/** Checks a file as if it were a plan of the shop; nothing is stored. */
export const useCheckFile = (store: string) =>
  useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.append('file', file, file.name)
      return apiUpload<FileFindings>(storePath(store, 'plan-check'), form)
    },
  })
