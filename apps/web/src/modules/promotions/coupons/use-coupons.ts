import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CouponBatch, IssueCoupons, MadeCodes, MakeCodes } from '@zhanggui/contract'
import { apiGet, apiPost, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

const batchesKey = (store: string) => queryKeys.storeList(store, 'coupon-batches')

export const useBatches = (store: string) =>
  useQuery({
    queryKey: batchesKey(store),
    queryFn: ({ signal }) => apiGet<CouponBatch[]>(storePath(store, 'coupon-batches'), signal),
  })

export function useIssue(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: IssueCoupons) => apiPost<CouponBatch>(storePath(store, 'coupon-batches'), input),
    onSuccess: () => client.invalidateQueries({ queryKey: batchesKey(store) }),
  })
}

export function useMakeCodes(store: string, batch: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: MakeCodes) => apiPost<MadeCodes>(storePath(store, 'coupon-batches', batch, 'codes'), input),
    onSuccess: () => client.invalidateQueries({ queryKey: batchesKey(store) }),
  })
}
