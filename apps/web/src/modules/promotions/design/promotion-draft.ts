import type { ChangePromotion, PromotionBody, PromotionDetail, PromotionRule } from '@zhanggui/contract'

/** A promotion as it is edited on this page. */
export type PromotionDraft = Omit<PromotionBody, 'rules'> & { rules: readonly PromotionRule[] }

export const openDraft = ({ newest }: PromotionDetail): PromotionDraft => newest

export const isDirty = (draft: PromotionDraft, promotion: PromotionDetail): boolean =>
  JSON.stringify(draft) !== JSON.stringify(openDraft(promotion))

export const changeOf = (draft: PromotionDraft, version: number): ChangePromotion => ({
  ...draft,
  rules: [...draft.rules],
  version,
})

export const withRule = (draft: PromotionDraft, index: number, rule: PromotionRule): PromotionDraft => ({
  ...draft,
  rules: draft.rules.map((old, i) => (i === index ? rule : old)),
})

export const withoutRule = (draft: PromotionDraft, index: number): PromotionDraft => ({
  ...draft,
  rules: draft.rules.filter((_, i) => i !== index),
})

/** Sets a field, or takes it out where there is nothing to say. */
export function setField<K extends keyof PromotionRule>(
  rule: PromotionRule,
  key: K,
  value: PromotionRule[K] | undefined,
): PromotionRule {
  const { [key]: _old, ...rest } = rule
  return (value === undefined ? rest : { ...rest, [key]: value }) as PromotionRule
}
