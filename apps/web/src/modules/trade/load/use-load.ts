import { useQuery } from '@tanstack/react-query'
import type { CapacityAnswer, LoadReports, OrderLine } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export const useLoadReports = (store: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'load-reports'),
    queryFn: ({ signal }) => apiGet<LoadReports>(storePath(store, 'load-reports'), signal),
  })

const LINE_MS = 2000

/** The line as it is now, asked again while the page is looked at. */
export const useOrderLine = (store: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'order-line'),
    queryFn: ({ signal }) => apiGet<OrderLine>(storePath(store, 'order-line'), signal),
    refetchInterval: LINE_MS,
  })

export type CapacityAsk = { day: string; dayOrders: string; nodePerSecond: string; plan: string }

/** Asked once a day is chosen; empty fields are left to the server. */
export function useCapacity(store: string, ask: CapacityAsk | null) {
  const given = Object.entries(ask ?? {}).filter(([, value]) => value !== '')
  const query = new URLSearchParams(given)
  return useQuery({
    queryKey: queryKeys.storeList(store, 'capacity', query.toString()),
    queryFn: ({ signal }) => apiGet<CapacityAnswer>(`${storePath(store, 'capacity')}?${query}`, signal),
    enabled: ask !== null,
    retry: false,
  })
}
