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
  groupsMax?: number | undefined
  /** Only for people who registered so many days ago at the most, by the shop's own records. */
  registeredWithinDays?: number | undefined
  /** What one place costs the shop, and what all places together may: with both no group fills that would cost more. */
  unitCostCents?: number | undefined
  costCentsMax?: number | undefined
  /** Where it may be joined; everywhere when left out. One channel only makes a community-exclusive edition (社群专享). */
  channels?: readonly string[]
}
/** `channel`: through which group or page the member came (微信群, 淘宝群聊). */
type Member = { buyerId: string; orderId: string; paidCents: number; channel?: string }
export type GroupBuyState = {
  roundId: string
  endsAtMs: number
  status: 'open' | 'full' | 'failed'
  members: readonly Member[]
}
/**
 * `groupsFilled`: groups of this game that have filled before, as the caller counts them in the same transaction. `hadFree`: this
 * person has taken a place at price zero before, in any game of the shop. `registeredAtMs`: when they registered; null where the shop
 * has not seen it. `sameAs`: other accounts of the same person.
 */
export type GroupBuyCommand = Member & {
  kind: 'join'
  isNew: boolean
  groupsFilled: number
  hadFree: boolean
  registeredAtMs?: number | null
  sameAs?: readonly string[]
}

const DAY_MS = 86_400_000

/** Groups that may fill: as many as were set, and no more than the ceiling of the cost pays for. Undefined: any number. */
export function groupsAllowed({ size, groupsMax, unitCostCents, costCentsMax }: GroupBuySettings): number | undefined {
  if (unitCostCents === undefined || costCentsMax === undefined || unitCostCents === 0) return groupsMax
  return Math.min(groupsMax ?? Number.POSITIVE_INFINITY, Math.floor(costCentsMax / (size * unitCostCents)))
}

/** Why somebody's registration does not entitle them; null where it does, or where none is asked for. */
function notQualified(
  { registeredWithinDays }: GroupBuySettings,
  { registeredAtMs = null }: GroupBuyCommand,
  atMs: number,
) {
  if (registeredWithinDays === undefined) return null
  if (registeredAtMs === null) return { code: 'not_registered' } as const
  return atMs - registeredAtMs > registeredWithinDays * DAY_MS ? ({ code: 'registered_before' } as const) : null
}

/** What keeps somebody out of a group that is open. */
function notAllowed(settings: GroupBuySettings, command: GroupBuyCommand, atMs: number) {
  const { isNew, groupsFilled, hadFree, channel } = command
  const { channels, newBuyersOnly, priceCents } = settings
  if (channels && !channels.includes(channel ?? '')) return { code: 'not_this_channel' } as const
  if (newBuyersOnly && !isNew) return { code: 'not_new' } as const
  const unqualified = notQualified(settings, command, atMs)
  if (unqualified) return unqualified
  if (priceCents === 0 && hadFree) return { code: 'free_before' } as const
  if (groupsFilled >= (groupsAllowed(settings) ?? Number.POSITIVE_INFINITY)) return { code: 'budget_used_up' } as const
  return null
}

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
  const { buyerId, orderId, paidCents, channel, sameAs = [] } = command
  if (state.status === 'full') return err({ code: 'full' })
  if (state.status === 'failed' || atMs >= state.endsAtMs) return err({ code: 'over' })
  const own = [buyerId, ...sameAs]
  if (state.members.some((m) => own.includes(m.buyerId))) return err({ code: 'already_in' })
  const refusal = notAllowed(settings, command, atMs)
  if (refusal) return err(refusal)
  const members = [...state.members, { buyerId, orderId, paidCents, ...(channel && { channel }) }]
  const isFull = members.length === settings.size
  return ok({
    player,
    state: { ...state, members, status: isFull ? 'full' : 'open' },
    effects: isFull ? members.map((m) => confirm(state.roundId, m)) : [],
  })
}

const checkQualification = ({ registeredWithinDays: days }: GroupBuySettings) =>
  days === undefined ? [] : wholeBetween(days, 'registeredWithinDays', { min: 1, max: 366, zh: '注册后几天内' })

/** The two figures of the cost come together, and pay at least one group. */
function checkCost(s: GroupBuySettings) {
  const { unitCostCents, costCentsMax } = s
  if (unitCostCents === undefined && costCentsMax === undefined) return []
  if (unitCostCents === undefined || costCentsMax === undefined)
    return [
      problem(
        'costCentsMax',
        'cost_incomplete',
        '成本封顶要同时填单份成本和成本上限',
        'a ceiling of the cost needs unitCostCents and costCentsMax together',
      ),
    ]
  return [
    ...wholeBetween(unitCostCents, 'unitCostCents', { min: 1, max: 1e10, zh: '单份成本（分）' }),
    ...wholeBetween(costCentsMax, 'costCentsMax', { min: 1, max: 1e12, zh: '成本上限（分）' }),
    ...(groupsAllowed(s) === 0
      ? [
          problem(
            'costCentsMax',
            'cost_below_group',
            '成本上限不够成一个团',
            'the ceiling of the cost does not pay one group',
          ),
        ]
      : []),
  ]
}

export const groupBuy: Game<GroupBuySettings, GroupBuyState, NoPlayer, GroupBuyCommand> = {
  game: 'groupBuy',
  zh: '拼团',
  en: 'Group buy',
  check: (s) => [
    ...wholeBetween(s.size, 'size', { min: 2, max: 100, zh: '成团人数' }),
    ...wholeBetween(s.minutes, 'minutes', { min: 1, max: 43_200, zh: '成团时限（分钟）' }),
    ...wholeBetween(s.priceCents, 'priceCents', { min: 0, max: 1e10, zh: '团购价（分）' }),
    ...(s.channels?.length === 0
      ? [problem('channels', 'no_channel', '至少选一个渠道，或留空表示不限', 'name a channel, or leave it out for all')]
      : []),
    ...checkQualification(s),
    ...checkCost(s),
    ...(s.priceCents === 0 && s.groupsMax === undefined && groupsAllowed(s) === undefined
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
