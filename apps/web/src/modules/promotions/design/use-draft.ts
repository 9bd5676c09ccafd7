import type { PromotionDetail } from '@zhanggui/contract'
import { useReducer } from 'react'
import { useLeaveWarning } from '../../../app/use-leave-warning.ts'
import { type PromotionAt, useChangePromotion } from '../use-promotions.ts'
import { changeOf, isDirty, openDraft, type PromotionDraft } from './promotion-draft.ts'

type Change = (draft: PromotionDraft) => PromotionDraft

/** The promotion as it is edited here, and saving it. A version that was saved opens the editor anew. */
export function useDraft(at: PromotionAt, promotion: PromotionDetail) {
  const [draft, change] = useReducer((now: PromotionDraft, next: Change) => next(now), promotion, openDraft)
  const dirty = isDirty(draft, promotion)
  useLeaveWarning(dirty)
  const saving = useChangePromotion(at)
  const save = () => saving.mutateAsync(changeOf(draft, promotion.version))
  return { draft, change, dirty, save, saving }
}
