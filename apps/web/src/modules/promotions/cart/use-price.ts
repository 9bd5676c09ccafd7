import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PriceAnswer, PriceQuestion } from '@zhanggui/contract'
import { apiPost, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

/** A price while it is typed: the last answer stays until the next one is here. */
export const usePrice = (store: string, question: PriceQuestion) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'promotions', 'price', question),
    queryFn: ({ signal }) => apiPost<PriceAnswer>(storePath(store, 'price'), question, signal),
    enabled: question.cart.lines.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 0,
    gcTime: 30_000,
  })
