import type { ChangePromotion, PromotionBody, PromotionDetail, PromotionLot, PromotionRule } from '@zhanggui/contract'

/** A promotion as it is edited on this page. */
export type PromotionDraft = Omit<PromotionBody, 'rules' | 'stock'> & {
  rules: readonly PromotionRule[]
  stock: readonly PromotionLot[]
}

export const openDraft = ({ newest }: PromotionDetail): PromotionDraft => newest

export const isDirty = (draft: PromotionDraft, promotion: PromotionDetail): boolean =>
  JSON.stringify(draft) !== JSON.stringify(openDraft(promotion))

export const changeOf = (draft: PromotionDraft, version: number): ChangePromotion => ({
  ...draft,
  rules: [...draft.rules],
  stock: draft.stock.filter(({ skuId }) => skuId !== ''),
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

/** The lot at a place, or one more behind the last. */
export const withLot = (draft: PromotionDraft, index: number, lot: PromotionLot): PromotionDraft => ({
  ...draft,
  stock: index < draft.stock.length ? draft.stock.map((old, i) => (i === index ? lot : old)) : [...draft.stock, lot],
})

export const withoutLot = (draft: PromotionDraft, index: number): PromotionDraft => ({
  ...draft,
  stock: draft.stock.filter((_, i) => i !== index),
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
