import { RELEASE_TRIGGERS } from '@zhanggui/budget'
import { type Cents, cents, parseDay } from '@zhanggui/kernel'
import { z } from 'zod'
import { defineApproval } from '../../admin/approvals/define-approval.ts'
import { writeEntry } from '../ledger/write-entry.ts'
import { planInTransaction } from '../plan-in-transaction.ts'
import { budgetReleases } from '../schema.ts'
import { TRIGGER_NAMES } from './trigger-names.ts'

const Payload = z.object({
  plan: z.string(),
  id: z.string(),
  reserveLine: z.string(),
  toLine: z.string(),
  toLineName: z.string(),
  amountCents: z.int().min(1),
  heldCents: z.int(),
  trigger: z.enum(RELEASE_TRIGGERS),
  evidence: z.string(),
  day: z.iso.date(),
})

const after = (held: number, amount: number): Cents => cents(held - amount)

/** Money of the reserve for a line, with what made it necessary: always a second person's word (P4.07). */
export const RESERVE_RELEASE = defineApproval({
  id: 'budget-reserve-release',
  nameZh: '动用备用金',
  nameEn: 'Release of the reserve',
  payload: Payload,
  permissions: { ask: 'budget:post', approve: 'money:approve' },
  needed: 'always',
  ownRouteOnly: true,
  expiryHours: 72,
  describe: ({ toLineName, trigger, evidence, amountCents, heldCents }) => ({
    zh: `${TRIGGER_NAMES[trigger].zh}：动用备用金给“${toLineName}”。${evidence}`,
    en: `${TRIGGER_NAMES[trigger].en}: release of the reserve to ${toLineName}. ${evidence}`,
    changes: [
      {
        subject: '',
        nameZh: '备用金',
        nameEn: 'Reserve',
        unit: 'money',
        before: heldCents,
        after: after(heldCents, amountCents),
      },
    ],
  }),
  async perform(context, tx, { payload, asker, reason, record }) {
    const key = { store: asker.store, plan: payload.plan }
    const plan = await planInTransaction(tx, key)
    const { id, reserveLine, toLine, trigger, evidence } = payload
    const entry = {
      id: `release:${id}`,
      kind: 'release' as const,
      lineId: reserveLine,
      toLineId: toLine,
      amountCents: cents(payload.amountCents),
      day: parseDay(payload.day),
      from: null,
      reference: id,
      note: reason,
      overspendReason: null,
    }
    await writeEntry(context, { tx, record }, { key, lines: plan.budget, entry, actor: asker.actor })
    const { amountCents, day } = payload
    const row = { ...key, id, reserveLine, toLine, amountCents, day, trigger, evidence, askedBy: asker.actor }
    await tx.insert(budgetReleases).values(row)
  },
})
