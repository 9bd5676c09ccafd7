import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PriceAnswer, PriceQuestion, TopUpHint } from '@zhanggui/contract'
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

/** What to add so that more is got than paid; asked for the same cart, answered beside the price. */
export const useTopUps = (store: string, question: PriceQuestion) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'promotions', 'top-up', question),
    queryFn: ({ signal }) => apiPost<TopUpHint[]>(storePath(store, 'price', 'top-up'), question, signal),
    enabled: question.cart.lines.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 0,
    gcTime: 30_000,
  })
