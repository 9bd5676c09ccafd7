import { err, ok } from '@zhanggui/kernel'
import type { Effect, Game, Moment, NoPlayer, Step, Table } from '../game/game.ts'
import { problem, wholeBetween } from '../game/settings.ts'

/** 拼团: `size` buyers within `minutes`, or everybody gets the money back. */
export type GroupBuySettings = {
  size: number
  minutes: number
  priceCents: number
  /** Everybody but the opener, or the opener too, has never paid in this shop (P6.16). */
  newBuyersOnly: boolean
  /** Groups that may fill in all; needed where the price is 0, so that the cost has a ceiling. */
  groupsMax?: number
}
type Member = { buyerId: string; orderId: string; paidCents: number }
export type GroupBuyState = {
  roundId: string
  endsAtMs: number
  status: 'open' | 'full' | 'failed'
  members: readonly Member[]
}
/** `groupsFilled`: groups of this game that have filled before, as the caller counts them in the same transaction. */
export type GroupBuyCommand = Member & { kind: 'join'; isNew: boolean; groupsFilled: number }

const refund = (roundId: string, { buyerId, orderId, paidCents }: Member): Effect => ({
  key: `${roundId}/refund/${orderId}`,
  kind: 'refund',
  buyerId,
  orderId,
  cents: paidCents,
})
const confirm = (roundId: string, { buyerId, orderId }: Member): Effect => ({
  key: `${roundId}/confirm/${orderId}`,
  kind: 'confirmOrder',
  buyerId,
  orderId,
})

function join(
  settings: GroupBuySettings,
  { state, player }: Table<GroupBuyState, NoPlayer>,
  command: GroupBuyCommand,
  { atMs }: Moment,
): Step<GroupBuyState, NoPlayer> {
  const { buyerId, orderId, paidCents, isNew, groupsFilled } = command
  if (state.status === 'full') return err({ code: 'full' })
  if (state.status === 'failed' || atMs >= state.endsAtMs) return err({ code: 'over' })
  if (state.members.some((m) => m.buyerId === buyerId)) return err({ code: 'already_in' })
  if (settings.newBuyersOnly && !isNew) return err({ code: 'not_new' })
  if (settings.groupsMax !== undefined && groupsFilled >= settings.groupsMax) return err({ code: 'budget_used_up' })
  const members = [...state.members, { buyerId, orderId, paidCents }]
  const isFull = members.length === settings.size
  return ok({
    player,
    state: { ...state, members, status: isFull ? 'full' : 'open' },
    effects: isFull ? members.map((m) => confirm(state.roundId, m)) : [],
  })
}

export const groupBuy: Game<GroupBuySettings, GroupBuyState, NoPlayer, GroupBuyCommand> = {
  game: 'groupBuy',
  zh: '拼团',
  en: 'Group buy',
  check: (s) => [
    ...wholeBetween(s.size, 'size', { min: 2, max: 100, zh: '成团人数' }),
    ...wholeBetween(s.minutes, 'minutes', { min: 1, max: 43_200, zh: '成团时限（分钟）' }),
    ...wholeBetween(s.priceCents, 'priceCents', { min: 0, max: 1e10, zh: '团购价（分）' }),
    ...(s.priceCents === 0 && s.groupsMax === undefined
      ? [
          problem(
            'groupsMax',
            'no_ceiling',
            '零元团要填成团数上限，否则成本没有封顶',
            'a group at price zero needs a ceiling of groups',
          ),
        ]
      : []),
  ],
  open: ({ minutes }, { roundId, atMs }) => ({
    roundId,
    endsAtMs: atMs + minutes * 60_000,
    status: 'open',
    members: [],
  }),
  playerOf: ({ buyerId }) => buyerId,
  newPlayer: {},
  play: join,
  tick(_settings, state, atMs) {
    if (state.status !== 'open' || atMs < state.endsAtMs) return { state, effects: [] }
    return { state: { ...state, status: 'failed' }, effects: state.members.map((m) => refund(state.roundId, m)) }
  },
  progress: ({ size }, { members, endsAtMs }, atMs) => ({
    done: members.length,
    needed: size,
    leftMs: Math.max(0, endsAtMs - atMs),
  }),
}
