import { useMutation, useQuery } from '@tanstack/react-query'
import type {
  EventsQualified,
  PromotionHeard,
  PromotionSequence,
  PromotionText,
  ReplayRules,
  RulesReplayed,
  RulesSimulated,
} from '@zhanggui/contract'
import { apiGet, apiPost, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { type PromotionAt, promotionPath } from '../use-promotions.ts'

/** Questions that take a moment to answer, asked by a button. */
export const useSimulate = ({ store, promotion }: PromotionAt) =>
  useMutation({
    mutationFn: () => apiPost<RulesSimulated>(storePath(store, 'promotions', 'simulate'), { promotion }),
  })

export const useReplay = ({ store, promotion }: PromotionAt) =>
  useMutation({
    mutationFn: (range: Pick<ReplayRules, 'from' | 'until'>) =>
      apiPost<RulesReplayed>(storePath(store, 'promotions', 'replay'), { promotion, ...range }),
  })

/** What buyers said of the rules while it ran. */
export const useHeard = (at: PromotionAt) =>
  useQuery({
    queryKey: queryKeys.storeList(at.store, 'promotions', at.promotion, 'heard'),
    queryFn: ({ signal }) => apiGet<PromotionHeard>(promotionPath(at, 'heard'), signal),
  })

/** Which channel events it qualifies for, with so many units for a buyer. */
export const useEvents = ({ store, promotion }: PromotionAt, unitsPerBuyer: number) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'promotions', promotion, 'events', unitsPerBuyer),
    queryFn: ({ signal }) =>
      apiPost<EventsQualified>(storePath(store, 'promotions', 'events'), { promotion, unitsPerBuyer }, signal),
    retry: false,
  })

export const useSequence = (at: PromotionAt) =>
  useQuery({
    queryKey: queryKeys.storeList(at.store, 'promotions', at.promotion, 'sequence'),
    queryFn: ({ signal }) => apiGet<PromotionSequence>(promotionPath(at, 'sequence'), signal),
  })

export const useText = (at: PromotionAt) =>
  useQuery({
    queryKey: queryKeys.storeList(at.store, 'promotions', at.promotion, 'text'),
    queryFn: ({ signal }) => apiGet<PromotionText>(promotionPath(at, 'text'), signal),
  })
