import { err, ok } from '@zhanggui/kernel'
import { drawBelow } from '../chance/seed.ts'
import type { Game, Moment, Step, Table } from '../game/game.ts'
import { problem, wholeBetween } from '../game/settings.ts'

/**
 * 分享得红包, 膨胀: who shares with a friend gets a packet between `leastCents` and `mostCents`, and `expandBp` of it once a friend
 * opens the link. Everything together stays within the budget: a packet that would pass it is not given.
 */
export type SharePacketSettings = {
  leastCents: number
  mostCents: number
  /** 20,000: doubled when a friend opens it. */
  expandBp: number
  perBuyerMax: number
  budgetCents: number
  /** Shares that are reckoned with; with it the size of a packet is held against the budget beforehand. */
  sharesExpected?: number
  /** Share of links that a friend opens, basis points, from the shop's past rounds; every link while there are none. */
  opensBp?: number
}
export type SharePacketState = { roundId: string; spentCents: number }
/** The packets of one sharer by friend; a pair counts once. */
export type SharePacketPlayer = { packets: Readonly<Record<string, { cents: number; isExpanded: boolean }>> }
export type SharePacketCommand =
  | { kind: 'share'; buyerId: string; friendId: string }
  /** The friend opens the link: `buyerId` is still the one who shared it. */
  | { kind: 'openLink'; buyerId: string; friendId: string }

type ShareTable = Table<SharePacketState, SharePacketPlayer>
type ShareStep = Step<SharePacketState, SharePacketPlayer>

/** What a share costs on average: a packet, and what it grows by where a friend opens the link. Unit: fen, not rounded. */
const meanCost = ({ leastCents, mostCents, expandBp, opensBp = 10_000 }: SharePacketSettings): number =>
  ((leastCents + mostCents) / 2) * (1 + ((expandBp - 10_000) / 10_000) * (opensBp / 10_000))

/**
 * The largest packet with which the shares that are reckoned with stay within the budget, fen; null where even the least does not.
 * @example largestPacket({ leastCents: 100, mostCents: 100, expandBp: 10_000, perBuyerMax: 1, budgetCents: 30_000, sharesExpected: 200 }) // 200
 */
export function largestPacket(settings: SharePacketSettings): number | null {
  const { leastCents, budgetCents, sharesExpected = 0 } = settings
  const growth = meanCost({ ...settings, leastCents: 1, mostCents: 1 })
  const most =
    sharesExpected === 0 ? budgetCents : Math.floor((2 * budgetCents) / (sharesExpected * growth) - leastCents)
  return most >= leastCents ? most : null
}

function checkBudget(settings: SharePacketSettings) {
  const { mostCents, sharesExpected } = settings
  const affordable = largestPacket(settings)
  if (sharesExpected === undefined || (affordable !== null && mostCents <= affordable)) return []
  const zh =
    affordable === null ? '预计分享数太多，减少分享数或加预算' : `按预计分享数，最大红包不能超过 ${affordable} 分`
  const en =
    affordable === null
      ? 'too many shares are reckoned with; reckon with fewer or raise the budget'
      : `with so many shares the largest packet is at most ${affordable} fen`
  return [problem('mostCents', 'budget_too_small', zh, en)]
}

/** Gives so much to the sharer, unless it would pass the budget. */
function give(
  settings: SharePacketSettings,
  { state, player }: ShareTable,
  { kind, buyerId, friendId }: SharePacketCommand,
  cents: number,
): ShareStep {
  const spentCents = state.spentCents + cents
  if (spentCents > settings.budgetCents) return err({ code: 'budget_used_up' })
  const before = player.packets[friendId]?.cents ?? 0
  const packet = { cents: before + cents, isExpanded: kind === 'openLink' }
  const key = `${state.roundId}/${kind}/${buyerId}/${friendId}`
  return ok({
    state: { ...state, spentCents },
    player: { packets: { ...player.packets, [friendId]: packet } },
    effects: cents === 0 ? [] : [{ key, kind: 'reward', buyerId, reward: { kind: 'cash', cents } }],
  })
}

function play(
  settings: SharePacketSettings,
  table: ShareTable,
  command: SharePacketCommand,
  { seed }: Moment,
): ShareStep {
  const { kind, buyerId, friendId } = command
  const { packets } = table.player
  const packet = packets[friendId]
  if (buyerId === friendId) return err({ code: 'self_invite' })
  if (kind === 'openLink') {
    if (!packet) return err({ code: 'not_a_friend' })
    if (packet.isExpanded) return err({ code: 'counted_before' })
    return give(settings, table, command, Math.floor((packet.cents * (settings.expandBp - 10_000)) / 10_000))
  }
  if (packet) return err({ code: 'counted_before' })
  if (Object.keys(packets).length >= settings.perBuyerMax) return err({ code: 'cap_reached' })
  const { leastCents, mostCents } = settings
  return give(
    settings,
    table,
    command,
    leastCents + drawBelow(seed, `share/${buyerId}/${friendId}`, mostCents - leastCents + 1),
  )
}

export const sharePacket: Game<SharePacketSettings, SharePacketState, SharePacketPlayer, SharePacketCommand> = {
  game: 'sharePacket',
  zh: '分享红包',
  en: 'Packet for sharing',
  check: (s) => [
    ...wholeBetween(s.leastCents, 'leastCents', { min: 1, max: 1e8, zh: '最小红包（分）' }),
    ...wholeBetween(s.mostCents, 'mostCents', { min: s.leastCents, max: 1e8, zh: '最大红包（分）' }),
    ...wholeBetween(s.expandBp, 'expandBp', { min: 10_000, max: 100_000, zh: '膨胀系数（万分比）' }),
    ...wholeBetween(s.perBuyerMax, 'perBuyerMax', { min: 1, max: 1000, zh: '每人次数' }),
    ...wholeBetween(s.budgetCents, 'budgetCents', { min: 1, max: 1e12, zh: '预算（分）' }),
    ...(s.sharesExpected === undefined
      ? []
      : wholeBetween(s.sharesExpected, 'sharesExpected', { min: 1, max: 1e9, zh: '预计分享数' })),
    ...checkBudget(s),
    ...(s.mostCents > s.budgetCents
      ? [
          problem(
            'budgetCents',
            'budget_below_packet',
            '预算不够发一个最大的红包',
            'the budget does not pay one largest packet',
          ),
        ]
      : []),
  ],
  open: (_settings, { roundId }) => ({ roundId, spentCents: 0 }),
  playerOf: ({ buyerId }) => buyerId,
  newPlayer: { packets: {} },
  play,
  tick: (_settings, state) => ({ state, effects: [] }),
  progress: ({ budgetCents }, { spentCents }) => ({ done: spentCents, needed: budgetCents, leftMs: 0 }),
}
