import type { BudgetLine, PlanDetail, PostToBudget } from '@zhanggui/contract'
import { amountFromText } from '../tree/amount-text.ts'

/** What a person may post, in the order of the course of money. */
export const KINDS: readonly PostToBudget['kind'][] = [
  'commit',
  'spend',
  'accrue',
  'cancel',
  'refund',
  'reverse',
  'transfer',
  'close',
]

export type PostValues = {
  kind: PostToBudget['kind']
  lineId: string
  toLineId?: string
  amount: string
  day: string
  from?: NonNullable<PostToBudget['from']>
  reference?: string
  note?: string
  overspendReason?: string
}

/** The form as the API takes it; fields that the kind does not have stay out. */
export function entryOf(id: string, values: PostValues): PostToBudget {
  const { kind, lineId, toLineId, amount, day, from, reference = '', note = '', overspendReason = '' } = values
  return {
    id,
    kind,
    lineId,
    day,
    reference,
    note,
    amountCents: amountFromText(amount) ?? 0,
    toLineId: kind === 'transfer' ? (toLineId ?? null) : null,
    from: kind === 'spend' || kind === 'accrue' ? (from ?? null) : null,
    overspendReason: overspendReason.trim() === '' ? null : overspendReason,
  }
}

/** Lines that can be posted to: those at the end of a branch, but no reserve. */
export const postableLines = (plan: PlanDetail): BudgetLine[] =>
  plan.budget.filter((line) => line.kind !== 'reserve' && !plan.budget.some((other) => other.parentId === line.id))
