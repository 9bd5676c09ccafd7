import { createHash } from 'node:crypto'
import { type GameRehearsal, RehearseGame } from '@zhanggui/contract'
import { rehearseShares } from '@zhanggui/gameplay'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { canonicalJson } from '../../admin/canonical-json.ts'
import { requireSound } from './create-game.ts'
import { withOwnPast } from './past-helps.ts'

/**
 * What packets for sharing would come to (P6.18), with the share of links that this shop's buyers opened before. The same settings
 * give the same answer: their digest is the seed, which is no game's.
 * Errors: throws `game_faults`, `invalid_request` for settings whose packets are not paced.
 */
export async function rehearseGame(context: Context, store: string, input: RehearseGame): Promise<GameRehearsal> {
  const asked = parseInput(RehearseGame, input).settings
  const settings = await withOwnPast(context, store, asked)
  requireSound(settings)
  const seed = createHash('sha256').update(canonicalJson(settings)).digest('hex')
  const rehearsed = settings.game === 'sharePacket' ? rehearseShares(settings, seed) : null
  if (!rehearsed)
    throw new ApiFailure('invalid_request', { where: 'settings: a sharePacket with from, until and openHours' })
  return rehearsed.map(({ world, paced, fixed }) => ({ world, paced, fixed }))
}
