import { type Cents, cents, parsePeriod } from '@zhanggui/kernel'
import type { BudgetLine } from '../src/index.ts'

type Given = Partial<Omit<BudgetLine, 'period' | 'amountCents'>> & { id: string; period?: string; yuan?: number }

/** A budget line for a test; amounts in whole yuan, the year 2027 unless it says otherwise. */
export const line = ({ period = '2027', yuan, ...given }: Given): BudgetLine => ({
  parentId: null,
  name: given.id,
  kind: 'spend',
  channel: null,
  eventId: null,
  shareBp: null,
  shareBase: null,
  owner: null,
  note: '',
  ...given,
  period: parsePeriod(period),
  amountCents: yuan === undefined ? null : cents(yuan * 100),
})

export const yuan = (amount: number): Cents => cents(Math.round(amount * 100))
