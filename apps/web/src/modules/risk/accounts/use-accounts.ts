import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FindRiskAccount, LinkRiskMark, RiskAccountPerson, RiskAccountsShared } from '@zhanggui/contract'
import { apiGet, apiPost, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

const pathOf = (store: string, ...more: string[]) => storePath(store, 'risk', 'accounts', ...more)
const keyOf = (store: string, ...more: string[]) => queryKeys.storeList(store, 'risk-accounts', ...more)

export const useSharedMarks = (store: string) =>
  useQuery({
    queryKey: keyOf(store),
    queryFn: ({ signal }) => apiGet<RiskAccountsShared>(pathOf(store), signal),
  })

export const useAccount = (store: string, account: string) =>
  useQuery({
    queryKey: keyOf(store, account),
    queryFn: ({ signal }) => apiGet<RiskAccountPerson>(pathOf(store, account), signal),
  })

/** The id goes to the server and nowhere else; what is found is kept under the account's hash. */
export function useFindAccount(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (asked: FindRiskAccount) => apiPost<RiskAccountPerson>(pathOf(store, 'find'), asked),
    onSuccess: (person) => client.setQueryData(keyOf(store, person.accounts[0]?.account ?? ''), person),
  })
}

/** What is asked of a mark, and of which account. */
export type MarkChange = Omit<LinkRiskMark, 'reason'> & { way: 'unlink' | 'relink'; account: string }

/** Who is one person with whom may be another for everybody: all of it is read anew. */
export function useLinkMark(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ way, account, ...asked }: MarkChange & { reason: string }) =>
      apiPost<RiskAccountPerson>(pathOf(store, account, way), asked),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(store) }),
  })
}
