import { payableTo, transfer } from '@zhanggui/gameplay'
import { businessDayOf } from '@zhanggui/kernel'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { ApiFailure } from '../../../../http/api-failure.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { defineApproval } from '../../../admin/approvals/define-approval.ts'
import { postEntries } from '../ledger/post-entries.ts'
import { CASH, readBalance } from '../ledger/read-balances.ts'
import { lockProgramme, ofProgramme, type ProgrammeKey } from '../records/programme-rows.ts'
import { programmePayouts } from '../schema.ts'

const Payload = z.object({
  programme: z.string(),
  name: z.string(),
  payout: z.string(),
  account: z.string(),
  accountZh: z.string(),
  accountEn: z.string(),
  direction: z.enum(['paid', 'received']),
  cents: z.number().int().positive(),
  proof: z.string(),
  timezone: z.string(),
})
type Payload = z.infer<typeof Payload>

export const ownPayout = (key: ProgrammeKey, id: string) =>
  and(ofProgramme(programmePayouts, key), eq(programmePayouts.id, id))

/** What the account says is open in this direction: owed to the party, or owed by it. */
export const openCents = (balanceCents: number, direction: 'paid' | 'received'): number =>
  Math.max(0, direction === 'paid' ? -balanceCents : balanceCents)

/** Errors: throws `programme_payout_over` when the account has less open by now than is to be booked. */
export async function requireOpen(
  tx: Pick<RecordTx, 'select'>,
  key: ProgrammeKey,
  { account, direction, cents }: Pick<Payload, 'account' | 'direction' | 'cents'>,
): Promise<void> {
  const open = openCents(await readBalance(tx, key, account), direction)
  if (cents > open) throw new ApiFailure('programme_payout_over', { cents, openCents: open })
}

/** Money leaves or comes in with a second person's word, and never more than the ledger says (P6.27, P6.29, P13.10). */
export const PROGRAMME_PAYOUT = defineApproval({
  id: 'programme-payout',
  nameZh: '营销项目结算',
  nameEn: 'Settling a programme',
  payload: Payload,
  permissions: { ask: 'plan:write', approve: 'money:approve' },
  needed: 'always',
  ownRouteOnly: true,
  expiryHours: 72,
  describe: ({ name, accountZh, accountEn, direction, cents, proof }) => ({
    zh: `“${name}”${direction === 'paid' ? '付款' : '收款'}：${accountZh}，凭证 ${proof}`,
    en: `"${name}" ${direction === 'paid' ? 'pays' : 'receives'}: ${accountEn}, proof ${proof}`,
    changes: [
      {
        subject: '',
        nameZh: direction === 'paid' ? '付款' : '收款',
        nameEn: direction === 'paid' ? 'Paid' : 'Received',
        unit: 'money',
        before: null,
        after: cents,
      },
    ],
  }),
  async perform(context, tx, { payload, asker, reason, record }) {
    const { programme, payout, account, direction, cents, proof, timezone } = payload
    const key = { store: asker.store, programme }
    await lockProgramme(tx, key)
    await requireOpen(tx, key, payload)
    const now = context.clock.now()
    const way = direction === 'paid' ? { from: CASH, to: account } : { from: account, to: CASH }
    const memo = `${direction === 'paid' ? '付款' : '收款'} ${proof}`
    const entries = [transfer(`payout/${payout}`, memo, { ...way, cents })]
    await postEntries(tx, key, { entries, caseId: '', day: businessDayOf(now, timezone), now })
    await tx
      .update(programmePayouts)
      .set({ bookedBy: asker.actor, bookedAt: now })
      .where(and(ownPayout(key, payout), isNull(programmePayouts.bookedAt)))
    const after = { account, direction, cents, proof }
    const subject = `programmes/${programme}/payouts/${payout}`
    await record({ store: asker.store, actor: asker.actor, action: direction, subject, after, reason })
  },
})

/** Only what is owed to or by somebody can be settled. */
export const isPayable = (account: string): boolean => account.startsWith(payableTo(''))
