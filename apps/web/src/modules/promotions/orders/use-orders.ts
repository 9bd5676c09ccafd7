import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  PromotionOrderDetail,
  PromotionOrderPage,
  PromotionOrderState,
  PromotionReturn,
  PromotionSettlement,
  RebateCards,
  ReturnGoods,
} from '@zhanggui/contract'
import { apiGet, apiPost, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export type OrderSearch = { state: PromotionOrderState | null; search: string | null; offset: number }

/** Rows of a page, as the server cuts them. */
export const ORDERS_A_PAGE = 50

const keys = (store: string, ...rest: unknown[]) => queryKeys.storeList(store, 'promotion-orders', ...rest)

const addressOf = (store: string, { state, search, offset }: OrderSearch): string => {
  const query = new URLSearchParams({ limit: String(ORDERS_A_PAGE), offset: String(offset) })
  if (state) query.set('state', state)
  if (search) query.set('search', search)
  return `${storePath(store, 'promotion-orders')}?${query}`
}

export const useOrders = (store: string, search: OrderSearch) =>
  useQuery({
    queryKey: keys(store, 'list', search),
    queryFn: ({ signal }) => apiGet<PromotionOrderPage>(addressOf(store, search), signal),
    placeholderData: keepPreviousData,
  })

export const useOrder = (store: string, order: string) =>
  useQuery({
    queryKey: keys(store, 'one', order),
    queryFn: ({ signal }) => apiGet<PromotionOrderDetail>(storePath(store, 'promotion-orders', order), signal),
  })

/** Rebate cards of paid orders, with what is still owed. */
export const useCards = (store: string, offset: number) =>
  useQuery({
    queryKey: keys(store, 'cards', offset),
    queryFn: ({ signal }) =>
      apiGet<RebateCards>(`${storePath(store, 'promotion-cards')}?limit=${ORDERS_A_PAGE}&offset=${offset}`, signal),
    placeholderData: keepPreviousData,
  })

/** What each bearer owes for the orders of the last days. */
export const useSettlement = (store: string, days: number) =>
  useQuery({
    queryKey: keys(store, 'settlement', days),
    queryFn: ({ signal }) =>
      apiGet<PromotionSettlement>(`${storePath(store, 'promotion-settlement')}?days=${days}`, signal),
  })

/** What a return would come to, while it is filled in. `null`: nothing is chosen yet. */
export const useReturnPreview = (store: string, order: string, request: ReturnGoods | null) =>
  useQuery({
    queryKey: keys(store, 'preview', order, request),
    queryFn: ({ signal }) =>
      apiPost<PromotionReturn>(storePath(store, 'promotion-orders', order, 'returns', 'preview'), request, signal),
    enabled: request !== null,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 30_000,
  })

/** Coupons, points and burn follow a return, so everything of the shop is stale then. */
export function useReturn(store: string, order: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (request: ReturnGoods) =>
      apiPost<PromotionReturn>(storePath(store, 'promotion-orders', order, 'returns'), request),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.store(store) }),
  })
}
