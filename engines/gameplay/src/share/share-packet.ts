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
