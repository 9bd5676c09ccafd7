import { useMutation, useQuery } from '@tanstack/react-query'
import type { PromotionText, ReplayRules, RulesReplayed, RulesSimulated } from '@zhanggui/contract'
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

export const useText = (at: PromotionAt) =>
  useQuery({
    queryKey: queryKeys.storeList(at.store, 'promotions', at.promotion, 'text'),
    queryFn: ({ signal }) => apiGet<PromotionText>(promotionPath(at, 'text'), signal),
  })
