import { FeeRatioCheck, PostToBudget } from '@zhanggui/contract'
import { cents, parseDay } from '@zhanggui/kernel'
import { z } from 'zod'
import { defineApproval } from '../../admin/approvals/define-approval.ts'
import { planInTransaction } from '../plan-in-transaction.ts'
import { writeEntry } from './write-entry.ts'

const Payload = z.object({ plan: z.string(), line: z.string(), entry: PostToBudget, check: FeeRatioCheck })

const percent = (value: number | null): string => (value === null ? '–' : `${(value * 100).toFixed(2)} %`)

/** A commitment that takes the expected fee ratio over its ceiling: a second person decides (P2.05). */
export const OVER_CEILING = defineApproval({
  id: 'budget-over-ceiling',
  nameZh: '超过费用率上限的支出',
  nameEn: 'Spend above the fee-ratio ceiling',
  payload: Payload,
  permissions: { ask: 'budget:post', approve: 'money:approve' },
  needed: 'always',
  ownRouteOnly: true,
  expiryHours: 72,
  describe: ({ line, entry, check }) => ({
    zh: `“${line}”支出后，${check.period} 预计费用率为 ${percent(check.ratioAfter)}，超过上限`,
    en: `${line}: the expected fee ratio of ${check.period} becomes ${percent(check.ratioAfter)}, above its ceiling`,
    changes: [
      { subject: line, nameZh: '支出', nameEn: 'Commitment', unit: 'money', before: null, after: entry.amountCents },
      {
        subject: check.period,
        nameZh: '预计费用率',
        nameEn: 'Expected fee ratio',
        unit: 'text',
        before: percent(check.ratioBefore),
        after: percent(check.ratioAfter),
      },
    ],
  }),
  async perform(context, tx, { payload, asker, reason, record }) {
    const key = { store: asker.store, plan: payload.plan }
    const plan = await planInTransaction(tx, key)
    const { id, kind, lineId, toLineId, day, from, reference, overspendReason, amountCents } = payload.entry
    const entry = { id, kind, lineId, toLineId, from, reference, overspendReason, note: reason }
    const typed = { ...entry, amountCents: cents(amountCents), day: parseDay(day) }
    await writeEntry(context, { tx, record }, { key, lines: plan.budget, entry: typed, actor: asker.actor })
  },
})
