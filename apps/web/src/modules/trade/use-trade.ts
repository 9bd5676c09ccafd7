import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  AdjustTradeItem,
  OpenTradeItem,
  TradeItem,
  TradeItemPage,
  TradeOrder,
  TradeStatus,
} from '@zhanggui/contract'
import { apiGet, apiPost, storePath } from '../../api/client.ts'
import { queryKeys } from '../../api/query-keys.ts'

/** What is on the screen is at most so old, and the core is asked no more often than this. */
export const LIVE_MS = 1000

const tradeKey = (store: string, ...rest: unknown[]) => queryKeys.storeList(store, 'trade', ...rest)

export const useTradeStatus = (store: string) =>
  useQuery({
    queryKey: tradeKey(store, 'figures'),
    queryFn: ({ signal }) => apiGet<TradeStatus>(storePath(store, 'trade', 'figures'), signal),
    refetchInterval: LIVE_MS,
  })

export const ITEMS_A_PAGE = 50

export const useTradeItems = (store: string, { q, offset }: { q: string; offset: number }) =>
  useQuery({
    queryKey: tradeKey(store, 'items', q, offset),
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ q, offset: String(offset), limit: String(ITEMS_A_PAGE) })
      return apiGet<TradeItemPage>(`${storePath(store, 'trade', 'items')}?${search}`, signal)
    },
    refetchInterval: 2 * LIVE_MS,
    placeholderData: (before) => before,
  })

export const useTradeOrder = (store: string, order: string) =>
  useQuery({
    queryKey: tradeKey(store, 'orders', order),
    queryFn: ({ signal }) => apiGet<TradeOrder>(storePath(store, 'trade', 'orders', order), signal),
    retry: false,
  })

export function useOpenItem(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: OpenTradeItem) => apiPost<TradeItem>(storePath(store, 'trade', 'items'), input),
    onSuccess: () => client.invalidateQueries({ queryKey: tradeKey(store) }),
  })
}

export function useAdjustItem(store: string, item: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: AdjustTradeItem) =>
      apiPost<TradeItem>(storePath(store, 'trade', 'items', item, 'adjust'), input),
    onSuccess: () => client.invalidateQueries({ queryKey: tradeKey(store) }),
  })
}
