import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AnswerMiss, PartnerDetail, PartnerSummary, PartnerWorkspace } from '@zhanggui/contract'
import { apiGet, apiPost, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

const key = (store: string, ...rest: string[]) => queryKeys.storeList(store, 'partners', ...rest)

export const usePartners = (store: string) =>
  useQuery({
    queryKey: key(store),
    queryFn: ({ signal }) => apiGet<PartnerSummary[]>(storePath(store, 'partners'), signal),
  })

export const usePartner = (store: string, code: string) =>
  useQuery({
    queryKey: key(store, 'one', code),
    queryFn: ({ signal }) => apiGet<PartnerDetail>(storePath(store, 'partners', code), signal),
  })

export const useWorkspace = (store: string) =>
  useQuery({
    queryKey: key(store, 'workspace'),
    queryFn: ({ signal }) => apiGet<PartnerWorkspace>(storePath(store, 'partner-workspace'), signal),
  })

/** Judges now what would be judged within ten minutes: a file that was just imported shows at once. */
export function useJudge(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => apiPost<PartnerSummary[]>(storePath(store, 'partners', 'judge'), undefined),
    onSuccess: () => client.invalidateQueries({ queryKey: key(store) }),
  })
}

export function useAnswerMiss(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (answer: AnswerMiss) => apiPost<void>(storePath(store, 'partner-workspace', 'misses'), answer),
    onSuccess: () => client.invalidateQueries({ queryKey: key(store) }),
  })
}
