import { err, ok } from '@zhanggui/kernel'
import { drawBelow } from '../chance/seed.ts'
import { nextPacket } from '../chance/split-pool.ts'
import type { Game, Moment, Refusal, Step, Table } from '../game/game.ts'
import { problem, wholeBetween } from '../game/settings.ts'

/** 红包雨: a pool in so many packets, within a slot; each grab wins with `chanceBp` while there are packets. */
export type RainSettings = {
  poolCents: number
  packets: number
  leastCents: number
  perBuyerMax: number
  chanceBp: number
  from: string
  until: string
}
export type RainState = { roundId: string; opened: number; leftCents: number }
export type RainPlayer = { won: number; grabs: number }
export type RainCommand = { kind: 'grab'; buyerId: string }

function refusalOf(
  settings: RainSettings,
  { state, player }: Table<RainState, RainPlayer>,
  atMs: number,
): Refusal['code'] | null {
  if (atMs < Date.parse(settings.from)) return 'not_open_yet'
  if (atMs >= Date.parse(settings.until)) return 'over'
  if (state.opened === settings.packets) return 'pool_empty'
  return player.won >= settings.perBuyerMax ? 'cap_reached' : null
}

/** A grab that does not win is a step without effects: it counts, and its place in the seed's stream is used up. */
function grab(
  settings: RainSettings,
  table: Table<RainState, RainPlayer>,
  { buyerId }: RainCommand,
  { atMs, seed }: Moment,
): Step<RainState, RainPlayer> {
  const code = refusalOf(settings, table, atMs)
  if (code) return err({ code })
  const { state, player } = table
  const isWon = drawBelow(seed, `grab/${buyerId}/${player.grabs}`, 10_000) < settings.chanceBp
  if (!isWon) return ok({ state, player: { ...player, grabs: player.grabs + 1 }, effects: [] })
  const { opened, leftCents } = state
  const left = { leftCents, packets: settings.packets - opened, leastCents: settings.leastCents }
  const cents = nextPacket(seed, `packet/${opened}`, left)
  const key = `${state.roundId}/packet/${opened}`
  return ok({
    state: { ...state, opened: opened + 1, leftCents: leftCents - cents },
    player: { won: player.won + 1, grabs: player.grabs + 1 },
    effects: [{ key, kind: 'reward', buyerId, reward: { kind: 'cash', cents } }],
  })
}

export const redPacketRain: Game<RainSettings, RainState, RainPlayer, RainCommand> = {
  game: 'redPacketRain',
  zh: '红包雨',
  en: 'Red-packet rain',
  check: (s) => [
    ...wholeBetween(s.packets, 'packets', { min: 1, max: 1_000_000, zh: '红包个数' }),
    ...wholeBetween(s.leastCents, 'leastCents', { min: 1, max: 1e8, zh: '最小红包（分）' }),
    ...wholeBetween(s.poolCents, 'poolCents', { min: s.packets * s.leastCents, max: 1e11, zh: '红包池（分）' }),
    ...wholeBetween(s.perBuyerMax, 'perBuyerMax', { min: 1, max: 1000, zh: '每人个数' }),
    ...wholeBetween(s.chanceBp, 'chanceBp', { min: 1, max: 10_000, zh: '中奖概率（万分比）' }),
    ...(Date.parse(s.from) < Date.parse(s.until)
      ? []
      : [problem('until', 'bad_window', '结束时间要晚于开始时间', 'the end needs to be after the start')]),
  ],
  open: ({ poolCents }, { roundId }) => ({ roundId, opened: 0, leftCents: poolCents }),
  playerOf: ({ buyerId }) => buyerId,
  newPlayer: { won: 0, grabs: 0 },
  play: grab,
  tick: (_settings, state) => ({ state, effects: [] }),
  progress: ({ packets, until }, { opened }, atMs) => ({
    done: opened,
    needed: packets,
    leftMs: Math.max(0, Date.parse(until) - atMs),
  }),
}
