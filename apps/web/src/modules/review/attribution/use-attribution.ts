import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Attribution, MarketingReturns } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export type AttributionAsked = { from: string; to: string; by: string; model: string }

const useReview = <T>(store: string, what: 'attribution' | 'returns', asked: AttributionAsked, enabled = true) =>
  useQuery({
    queryKey: queryKeys.storeList(store, what, asked),
    queryFn: ({ signal }) => apiGet<T>(`${storePath(store, 'review', what)}?${new URLSearchParams(asked)}`, signal),
    placeholderData: keepPreviousData,
    enabled,
  })

export const useAttribution = (store: string, asked: AttributionAsked) =>
  useReview<Attribution>(store, 'attribution', asked)

export const useReturns = (store: string, asked: AttributionAsked, enabled: boolean) =>
  useReview<MarketingReturns>(store, 'returns', asked, enabled)
