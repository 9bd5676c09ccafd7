import { err, ok } from '@zhanggui/kernel'
import { splitPool } from '../chance/split-pool.ts'
import type { Game, Moment, NoPlayer, Step, Table } from '../game/game.ts'
import { problem, wholeBetween } from '../game/settings.ts'
import { finishChanceBp } from './finish-chance.ts'

/** 砍价: exactly `helps` friends bring the price from `listedCents` to `floorCents`. The number is published and never grows. */
export type BargainSettings = {
  listedCents: number
  floorCents: number
  helps: number
  hours: number
  /** Helps that a round receives in an hour, from the shop's past rounds; absent while there are none. */
  helpsPerHour?: number
}
export type BargainState = {
  roundId: string
  ownerId: string
  endsAtMs: number
  /** What each help takes off, greatest first; fixed when the round opens. */
  cutsCents: readonly number[]
  helperIds: readonly string[]
}
export type BargainCommand = { kind: 'help'; buyerId: string }

/** The price that the owner can buy at now. */
export const bargainPrice = ({ listedCents }: BargainSettings, { cutsCents, helperIds }: BargainState): number =>
  listedCents - cutsCents.slice(0, helperIds.length).reduce((sum, cut) => sum + cut, 0)

function help(
  settings: BargainSettings,
  { state, player }: Table<BargainState, NoPlayer>,
  { buyerId }: BargainCommand,
  { atMs }: Moment,
): Step<BargainState, NoPlayer> {
  if (atMs >= state.endsAtMs) return err({ code: 'over' })
  if (buyerId === state.ownerId) return err({ code: 'self_invite' })
  if (state.helperIds.length === settings.helps) return err({ code: 'full' })
  if (state.helperIds.includes(buyerId)) return err({ code: 'counted_before' })
  const after = { ...state, helperIds: [...state.helperIds, buyerId] }
  const key = `${state.roundId}/price/${after.helperIds.length}`
  return ok({
    player,
    state: after,
    effects: [{ key, kind: 'price', buyerId: state.ownerId, unitCents: bargainPrice(settings, after) }],
  })
}

export const bargain: Game<BargainSettings, BargainState, NoPlayer, BargainCommand> = {
  game: 'bargain',
  zh: '砍价',
  en: 'Bargain',
  check: (s) => [
    ...wholeBetween(s.listedCents, 'listedCents', { min: 1, max: 1e10, zh: '原价（分）' }),
    ...wholeBetween(s.floorCents, 'floorCents', { min: 0, max: s.listedCents - 1, zh: '底价（分）' }),
    ...wholeBetween(s.helps, 'helps', { min: 1, max: 200, zh: '所需助力人数' }),
    ...wholeBetween(s.hours, 'hours', { min: 1, max: 720, zh: '时限（小时）' }),
    ...(s.listedCents - s.floorCents < s.helps
      ? [
          problem(
            'helps',
            'less_than_a_fen',
            '人数太多，每人砍不到一分钱',
            'too many helps: each would take off less than a fen',
          ),
        ]
      : []),
  ],
  open: ({ listedCents, floorCents, helps, hours }, { roundId, buyerId, atMs, seed }) => ({
    roundId,
    ownerId: buyerId,
    endsAtMs: atMs + hours * 3_600_000,
    cutsCents: splitPool(seed, { poolCents: listedCents - floorCents, packets: helps, leastCents: 1 }).sort(
      (a, b) => b - a,
    ),
    helperIds: [],
  }),
  playerOf: ({ buyerId }) => buyerId,
  newPlayer: {},
  play: help,
  tick: (_settings, state) => ({ state, effects: [] }),
  progress({ helps, helpsPerHour }, { helperIds, endsAtMs }, atMs) {
    const leftMs = Math.max(0, endsAtMs - atMs)
    const progress = { done: helperIds.length, needed: helps, leftMs }
    if (helpsPerHour === undefined) return progress
    const needed = helps - helperIds.length
    return { ...progress, chanceBp: finishChanceBp({ needed, mean: (helpsPerHour * leftMs) / 3_600_000 }) }
  },
}
