import { moveCampaign } from '@zhanggui/campaigns'
import type { NextStep, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { findStore } from '../../admin/stores.ts'
import type { TickJob } from '../../live/tick-job.ts'
import { escalateOpenOrders, headOf } from '../readiness/escalate-open-orders.ts'
import { gatherFacts } from '../readiness/gather-facts.ts'
import { type CampaignRow, campaignMoves } from '../schema.ts'
import { readCampaignRow, readLiveCampaigns, readMoves } from './campaign-rows.ts'
import { storeMove } from './move-campaign.ts'
import { nextStep, placeOf } from './next-step.ts'
import { shopMoment } from './shop-moment.ts'

const CLOCK = 'system'

/** Writes down once that a phase waits, and for what; the same reds again say nothing new. */
async function noteBlocked(
  context: Context,
  given: { row: CampaignRow; to: CampaignRow['state']; wave: number; blockedBy: string[] },
): Promise<void> {
  const { row, to, wave, blockedBy } = given
  const key = { store: row.store, campaign: row.id }
  const [last] = await readMoves(context.records.db, key, 1)
  const isKnown = last?.toState === to && last.wave === wave && last.blockedBy.join() === blockedBy.join()
  if (isKnown) return
  await context.records.db.insert(campaignMoves).values({
    ...key,
    fromState: row.state,
    toState: to,
    wave,
    blockedBy,
    note: '',
    actor: CLOCK,
    at: context.clock.now(),
  })
}

/** When closing is over, whoever leads operations hears of every order that is still open; true when there was one. */
const endsClosing = async (context: Context, store: Store, row: CampaignRow, { state }: NextStep): Promise<boolean> =>
  state === 'longTail' && (await escalateOpenOrders(context, store, { row, told: headOf(row), actor: CLOCK })) > 0

/** One step, if its time has come; true when the campaign moved. A step that only a person takes is left alone. */
async function stepOnce(context: Context, store: Store, row: CampaignRow): Promise<boolean> {
  const facts = await gatherFacts(context, store, row)
  const step = nextStep(context, store, { row, facts })
  if (!step || step.dueAt === null || !step.isDue) return false
  if (await endsClosing(context, store, row, step)) return stepOnce(context, store, row)
  const [from, to] = [placeOf(row), { state: step.state, wave: step.wave }]
  const moment = shopMoment(context.clock.now(), store.timezone)
  const moved = moveCampaign({ windows: facts.plan.windows, from, to, moment, checks: step.checks })
  if (moved.ok)
    return storeMove(context, { key: { store: row.store, campaign: row.id }, from, to, actor: CLOCK, note: '' })
  if (moved.error.code === 'checks_failed')
    await noteBlocked(context, { row, to: to.state, wave: to.wave, blockedBy: moved.error.failed.map(({ id }) => id) })
  return false
}

/** After a standstill a campaign may be several phases behind; each is entered by its own checks. */
async function advance(context: Context, store: Store, first: CampaignRow): Promise<void> {
  let row = first
  while (await stepOnce(context, store, row))
    row = await readCampaignRow(context.records.db, { store: row.store, campaign: row.id })
}

/** Campaigns enter their phases by the clock, when every check is green; a phase that waits says once for what. */
export const ADVANCE_CAMPAIGNS: TickJob = {
  id: 'campaign-phases',
  everySeconds: 15,
  async run(context, { signal }) {
    for (const row of await readLiveCampaigns(context.records.db)) {
      if (signal.aborted) return
      const store = await findStore(context, row.store)
      if (store) await advance(context, store, row)
    }
  },
}
