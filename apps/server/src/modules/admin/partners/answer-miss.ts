import type { AnswerMiss } from '@zhanggui/contract'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { auditedTransaction } from '../audit.ts'
import type { PartnerTerms } from './read-terms.ts'
import { partnerVerdicts } from './schema.ts'

/**
 * Why a level was missed and by when what is done about it, in the partner's own words; a later answer takes the place of an
 * earlier one. The verdict stays.
 * Errors: throws `not_found` for a level of somebody else's contract and for a period that was not missed.
 */
export function answerMiss(
  context: Context,
  { store, actor }: { store: string; actor: string },
  partner: PartnerTerms,
  { level, period, cause, remedy, remedyDay }: AnswerMiss,
): Promise<void> {
  const isOwn = partner.contracts.some(
    ({ state, levels }) => state !== 'draft' && levels.some(({ id }) => id === level),
  )
  const notFound = new ApiFailure('not_found', { what: `partner-levels/${level}/${period}` })
  if (!isOwn) throw notFound
  const at = and(
    eq(partnerVerdicts.store, store),
    eq(partnerVerdicts.level, level),
    eq(partnerVerdicts.periodFrom, period),
    eq(partnerVerdicts.outcome, 'missed'),
  )
  return auditedTransaction(context, async (tx, record) => {
    const answer = { cause, remedy, remedyDay, answeredBy: actor, answeredAt: context.clock.now() }
    const written = await tx.update(partnerVerdicts).set(answer).where(at).returning({ level: partnerVerdicts.level })
    if (written.length === 0) throw notFound
    await record({
      store,
      actor,
      action: 'answer',
      subject: `partner-levels/${level}`,
      after: { period, cause, remedy, remedyDay },
    })
  })
}
