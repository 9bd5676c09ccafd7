import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PriceProposal, PriceProposalPage, ProposePrice } from '@zhanggui/contract'
import { apiGet, apiPost, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

const key = (store: string) => queryKeys.storeList(store, 'price-proposals')

export const useProposals = (store: string) =>
  useQuery({
    queryKey: key(store),
    queryFn: ({ signal }) => apiGet<PriceProposalPage>(storePath(store, 'price-proposals'), signal),
  })

export function usePropose(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: ProposePrice) => apiPost<PriceProposal>(storePath(store, 'price-proposals'), input),
    onSuccess: () => client.invalidateQueries({ queryKey: key(store) }),
  })
}
