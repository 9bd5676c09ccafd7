import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  ApprovePromotion,
  ChangePromotion,
  CreatePromotion,
  PromotionApproval,
  PromotionCatalogue,
  PromotionDetail,
  PromotionNotice,
  PromotionSummary,
  PromotionVersion,
} from '@zhanggui/contract'
import { apiDelete, apiGet, apiPost, apiPut, storePath } from '../../api/client.ts'
import { queryKeys } from '../../api/query-keys.ts'

export type PromotionAt = { store: string; promotion: string }

const keys = {
  all: (store: string) => queryKeys.storeList(store, 'promotions'),
  one: ({ store, promotion }: PromotionAt) => queryKeys.storeList(store, 'promotions', promotion),
  versions: ({ store, promotion }: PromotionAt) => queryKeys.storeList(store, 'promotions', promotion, 'versions'),
  notices: (store: string) => queryKeys.storeList(store, 'promotions', 'notices'),
}

export const promotionPath = ({ store, promotion }: PromotionAt, ...rest: string[]): string =>
  storePath(store, 'promotions', promotion, ...rest)

const NOTICES = 20

/** Burn and state move with every order, so the list asks again while it is looked at. */
const LIVE_MS = 15_000

export const usePromotions = (store: string) =>
  useQuery({
    queryKey: keys.all(store),
    queryFn: ({ signal }) => apiGet<PromotionSummary[]>(storePath(store, 'promotions'), signal),
    refetchInterval: LIVE_MS,
  })

export const useNotices = (store: string) =>
  useQuery({
    queryKey: keys.notices(store),
    queryFn: ({ signal }) =>
      apiGet<PromotionNotice[]>(`${storePath(store, 'promotion-notices')}?limit=${NOTICES}`, signal),
    refetchInterval: LIVE_MS,
  })

export const usePromotion = (at: PromotionAt, enabled = true) =>
  useQuery({
    queryKey: keys.one(at),
    enabled,
    queryFn: ({ signal }) => apiGet<PromotionDetail>(promotionPath(at), signal),
    // The editor is filled from it: a stale version would be refused on saving.
    staleTime: 0,
    refetchOnWindowFocus: false,
  })

export const useVersions = (at: PromotionAt) =>
  useQuery({
    queryKey: keys.versions(at),
    queryFn: ({ signal }) => apiGet<PromotionVersion[]>(promotionPath(at, 'versions'), signal),
    placeholderData: keepPreviousData,
  })

/** What rules can be made of: the same for every shop, and it changes with the program only. */
export const useCatalogue = () =>
  useQuery({
    queryKey: ['promotion-catalogue'],
    queryFn: ({ signal }) => apiGet<PromotionCatalogue>('/v1/promotion-catalogue', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

function useRefresh(store: string) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keys.all(store) })
}

export function useCreatePromotion(store: string) {
  const refresh = useRefresh(store)
  return useMutation({
    mutationFn: (input: CreatePromotion) => apiPost<PromotionDetail>(storePath(store, 'promotions'), input),
    onSuccess: refresh,
  })
}

export function useChangePromotion(at: PromotionAt) {
  const refresh = useRefresh(at.store)
  return useMutation({
    mutationFn: (input: ChangePromotion) => apiPut<PromotionDetail>(promotionPath(at), input),
    onSuccess: refresh,
  })
}

export function useRemovePromotion(at: PromotionAt) {
  const refresh = useRefresh(at.store)
  return useMutation({ mutationFn: () => apiDelete<void>(promotionPath(at)), onSuccess: refresh })
}

export function useCheckPromotion(at: PromotionAt) {
  const refresh = useRefresh(at.store)
  return useMutation({
    mutationFn: () => apiPost<PromotionDetail>(promotionPath(at, 'check'), undefined),
    onSuccess: refresh,
  })
}

export function useApprovePromotion(at: PromotionAt) {
  const refresh = useRefresh(at.store)
  return useMutation({
    mutationFn: (input: ApprovePromotion) => apiPost<PromotionApproval>(promotionPath(at, 'approve'), input),
    onSuccess: refresh,
  })
}

export function useStopPromotion(at: PromotionAt) {
  const refresh = useRefresh(at.store)
  return useMutation({
    mutationFn: (reason: string) => apiPost<PromotionDetail>(promotionPath(at, 'stop'), { reason }),
    onSuccess: refresh,
  })
}
