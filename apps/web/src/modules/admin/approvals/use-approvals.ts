import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  ApprovalOutcome,
  ApprovalPage,
  ApprovalRequest,
  ApprovalRule,
  ApprovalState,
  SetApprovalRule,
} from '@zhanggui/contract'
import { apiGet, apiPost, apiPut, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export type Step = 'approve' | 'refuse' | 'withdraw'

const SHOWN = 200

const listKey = (store: string) => queryKeys.storeList(store, 'approvals')
const rulesKey = (store: string) => queryKeys.storeList(store, 'approval-rules')

/** Requests the reader has to do with; all states when none is named. */
export const useApprovals = (store: string, state: ApprovalState | null) =>
  useQuery({
    queryKey: [...listKey(store), state],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ limit: String(SHOWN), ...(state ? { state } : {}) })
      return apiGet<ApprovalPage>(`${storePath(store, 'approvals')}?${search}`, signal)
    },
  })

/** An approved request has changed records, figures too perhaps: everything of the shop is read anew. */
export function useDecide(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, step, reason }: { id: string; step: Step; reason: string }) =>
      apiPost<ApprovalRequest>(storePath(store, 'approvals', id, step), { reason }),
    // The dialog closes at once; nobody waits until every figure of the shop is there again.
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: queryKeys.store(store) })
    },
  })
}

export const useApprovalRules = (store: string) =>
  useQuery({
    queryKey: rulesKey(store),
    queryFn: ({ signal }) => apiGet<ApprovalRule[]>(storePath(store, 'approvals', 'rules'), signal),
  })

export function useSetRule(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ kind, ...rule }: SetApprovalRule & { kind: string }) =>
      apiPut<ApprovalOutcome>(storePath(store, 'approvals', 'rules', kind), rule),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: rulesKey(store) })
      await client.invalidateQueries({ queryKey: listKey(store) })
    },
  })
}
