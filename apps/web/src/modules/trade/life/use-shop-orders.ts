import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  ProviderList,
  Reconciliation,
  ShopOrderCommand,
  ShopOrderDetail,
  ShopOrderPage,
  ShopOrderStage,
} from '@zhanggui/contract'
import { apiGet, apiPost, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export type OrderSearch = {
  stage: ShopOrderStage | null
  needs: 'afterSale' | 'late' | null
  search: string | null
  offset: number
}

/** Rows of a page, as the server cuts them. */
export const ORDERS_A_PAGE = 50
const REFRESH_MS = 5000

const keys = (store: string, ...rest: unknown[]) => queryKeys.storeList(store, 'orders', ...rest)

function addressOf(store: string, { stage, needs, search, offset }: OrderSearch): string {
  const query = new URLSearchParams({ limit: String(ORDERS_A_PAGE), offset: String(offset) })
  if (stage) query.set('stage', stage)
  if (needs) query.set('needs', needs)
  if (search) query.set('search', search)
  return `${storePath(store, 'orders')}?${query}`
}

export const useShopOrders = (store: string, search: OrderSearch) =>
  useQuery({
    queryKey: keys(store, 'list', search),
    queryFn: ({ signal }) => apiGet<ShopOrderPage>(addressOf(store, search), signal),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  })

export const useShopOrder = (store: string, order: string) =>
  useQuery({
    queryKey: keys(store, 'one', order),
    queryFn: ({ signal }) => apiGet<ShopOrderDetail>(storePath(store, 'orders', order), signal),
    refetchInterval: REFRESH_MS,
  })

/** A step of an order; money, stock and lists follow, so everything of the shop's orders is stale then. */
export function useOrderCommand(store: string, order: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (command: ShopOrderCommand) =>
      apiPost<ShopOrderDetail>(storePath(store, 'orders', order, 'commands'), command),
    onSuccess: () => client.invalidateQueries({ queryKey: keys(store) }),
  })
}

export const useProviders = (store: string) =>
  useQuery({
    queryKey: keys(store, 'providers'),
    queryFn: ({ signal }) => apiGet<ProviderList>(storePath(store, 'payments', 'providers'), signal),
    refetchInterval: REFRESH_MS,
  })

export function useReconcile(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (provider: string) =>
      apiPost<Reconciliation>(storePath(store, 'payments', 'providers', provider, 'reconcile'), {}),
    onSuccess: () => client.invalidateQueries({ queryKey: keys(store) }),
  })
}
