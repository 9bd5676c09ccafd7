import { SiteMove } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { audit } from '../../admin/audit.ts'
import { siteKeeperOf } from '../standby/site-keeper-of.ts'

/**
 * Hands the lead of a shop over to the site in step, or takes it with what this site has.
 * Errors: `trade_one_site`, `trade_no_follower`, `trade_elsewhere`, `trade_site_held`, `trade_loss_not_accepted`.
 */
export async function moveSite(
  context: Context,
  { store, actor }: { store: string; actor: string },
  input: SiteMove,
): Promise<void> {
  const { move, reason, acceptLoss } = parseInput(SiteMove, input)
  const { site } = context.settings
  if (!site) throw new ApiFailure('trade_one_site')
  if (move === 'take_over' && !acceptLoss) throw new ApiFailure('trade_loss_not_accepted')
  const keeper = siteKeeperOf(context).keeperOf(store)
  // Written first: a move that failed half-way has been asked for all the same.
  await audit(context, {
    store,
    actor,
    action: 'update',
    subject: `sites/${site}`,
    after: { move, acceptLoss },
    reason,
  })
  if (move === 'hand_over') await keeper.handOver()
  else await keeper.promote()
}
