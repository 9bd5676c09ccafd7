import type { Command } from '@zhanggui/orders'
import { and, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { TickJob } from '../../live/tick-job.ts'
import { tradeCoreOf } from '../../trade/core/trade-core-of.ts'
import { coreIdOf } from '../../trade/life/core-id.ts'
import { requireAccepted } from '../../trade/trade-refusal.ts'
import { riskInForce } from '../schema.ts'
import { readVersionBody } from './read-standing.ts'
import { toCoreBins } from './to-bins.ts'

type InForce = typeof riskInForce.$inferSelect

const NONE = { verifyFrom: 0, denyFrom: 0, bins: [] }

/** The id names the turn, so that a turn reaches the core once however often it is sent. */
async function commandOf(context: Context, { store, version, turn }: InForce): Promise<Command> {
  const { verifyFrom, denyFrom, bins } =
    version === 0 ? NONE : await readVersionBody(context.records.db, store, version)
  return {
    kind: 'setScorecard',
    id: coreIdOf('risk-scorecard', turn),
    issuedAt: context.clock.now().getTime(),
    version,
    verifyFrom,
    denyFrom,
    bins: toCoreBins(bins),
  }
}

/**
 * Tells the order core of a shop by which scorecard to judge from its next order on. Nothing happens when it knows.
 * Errors: throws `TradeRefusal` where the core did not take it; the next round tries again.
 */
export async function pushScorecard(context: Context, store: string): Promise<void> {
  const { db } = context.records
  const [row] = await db
    .select()
    .from(riskInForce)
    .where(and(eq(riskInForce.store, store), isNull(riskInForce.reachedAt)))
  if (!row) return
  const core = await tradeCoreOf(context, store)
  const [answer] = await core.submit([await commandOf(context, row)])
  requireAccepted(answer)
  // Only this turn: another that came meanwhile has still to be told.
  await db
    .update(riskInForce)
    .set({ reachedAt: context.clock.now() })
    .where(and(eq(riskInForce.store, store), eq(riskInForce.turn, row.turn)))
}

async function pushDue(context: Context): Promise<void> {
  const due = await context.records.db
    .select({ store: riskInForce.store })
    .from(riskInForce)
    .where(isNull(riskInForce.reachedAt))
  for (const { store } of due)
    try {
      await pushScorecard(context, store)
    } catch (cause) {
      context.log.warn({ store, cause }, 'a scorecard did not reach the order core')
    }
}

export const PUSH_SCORECARDS: TickJob = { id: 'risk-scorecards', everySeconds: 2, run: pushDue }
