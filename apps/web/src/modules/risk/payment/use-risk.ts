import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  ActivatedRisk,
  ActivateRisk,
  LabelledRisk,
  LabelRiskOrders,
  RiskOrder,
  RiskPreview,
  RiskStanding,
  TrainRiskScorecard,
} from '@zhanggui/contract'
import { apiGet, apiPost, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

const cardPath = (store: string, ...more: string[]) => storePath(store, 'risk', 'scorecard', ...more)
const keyOf = (store: string) => queryKeys.storeList(store, 'risk')
const ordersKey = (store: string) => queryKeys.storeList(store, 'risk-orders')

export const useRisk = (store: string) =>
  useQuery({
    queryKey: keyOf(store),
    queryFn: ({ signal }) => apiGet<RiskStanding>(cardPath(store), signal),
  })

/** The newest orders, of one verdict where it is asked for; the last answer stays until the next one is there. */
export const useRiskOrders = (store: string, verdict: RiskOrder['verdict'] | null) =>
  useQuery({
    queryKey: [...ordersKey(store), verdict],
    queryFn: ({ signal }) => {
      const asked = new URLSearchParams({ limit: '200', ...(verdict && { verdict }) })
      return apiGet<RiskOrder[]>(`${storePath(store, 'risk', 'orders')}?${asked}`, signal)
    },
    placeholderData: keepPreviousData,
  })

export type Thresholds = { version: number; verifyFrom: number; denyFrom: number }

/** What these thresholds would have done; asked for again when one of them changes. */
export const useRiskPreview = (store: string, { version, verifyFrom, denyFrom }: Thresholds) =>
  useQuery({
    queryKey: [...queryKeys.storeList(store, 'risk-preview'), version, verifyFrom, denyFrom],
    queryFn: ({ signal }) =>
      apiGet<RiskPreview>(
        `${cardPath(store, 'preview')}?version=${version}&verifyFrom=${verifyFrom}&denyFrom=${denyFrom}`,
        signal,
      ),
  })

export function useTrain(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: TrainRiskScorecard) => apiPost<RiskStanding>(cardPath(store, 'train'), input),
    onSuccess: (now) => client.setQueryData(keyOf(store), now),
  })
}

export function useActivate(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: ActivateRisk) => apiPost<ActivatedRisk>(cardPath(store, 'activate'), input),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(store) }),
  })
}

export function useLabel(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: LabelRiskOrders) => apiPost<LabelledRisk>(storePath(store, 'risk', 'labels'), input),
    onSuccess: () =>
      Promise.all([keyOf(store), ordersKey(store)].map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
}
