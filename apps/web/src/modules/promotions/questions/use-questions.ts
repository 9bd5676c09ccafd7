import { useMutation } from '@tanstack/react-query'
import type { ReplayRules, RulesReplayed, RulesSimulated } from '@zhanggui/contract'
import { apiPost, storePath } from '../../../api/client.ts'
import type { PromotionAt } from '../use-promotions.ts'

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
