import { err, ok } from '@zhanggui/kernel'
import type { Game, Moment, Step, Table } from '../game/game.ts'
import { problem } from '../game/settings.ts'
import { checkDraw, type DrawSettings } from './draw.ts'

/** A draw as a game of one round: everybody enters, then the seed decides (`drawWinners`) and is published. */
export type DrawGameSettings = DrawSettings & { from: string; until: string }
export type DrawState = { roundId: string; tickets: number }
export type DrawPlayer = { tickets: number }
/** `age` in years, as the shop knows it. */
export type DrawCommand = { kind: 'enter'; buyerId: string; age: number }

function enter(
  settings: DrawGameSettings,
  { state, player }: Table<DrawState, DrawPlayer>,
  { age }: DrawCommand,
  { atMs }: Moment,
): Step<DrawState, DrawPlayer> {
  if (atMs < Date.parse(settings.from)) return err({ code: 'not_open_yet' })
  if (atMs >= Date.parse(settings.until)) return err({ code: 'over' })
  if (age < settings.minAge) return err({ code: 'too_young' })
  if (player.tickets >= settings.ticketsPerBuyerMax) return err({ code: 'no_ticket_left' })
  return ok({
    state: { ...state, tickets: state.tickets + 1 },
    player: { tickets: player.tickets + 1 },
    effects: [],
  })
}

export const drawGame: Game<DrawGameSettings, DrawState, DrawPlayer, DrawCommand> = {
  game: 'draw',
  zh: '抽奖',
  en: 'Draw',
  check: (s) => [
    ...checkDraw(s),
    ...(Date.parse(s.from) < Date.parse(s.until)
      ? []
      : [problem('until', 'bad_window', '结束时间要晚于开始时间', 'the end needs to be after the start')]),
  ],
  open: (_settings, { roundId }) => ({ roundId, tickets: 0 }),
  playerOf: ({ buyerId }) => buyerId,
  newPlayer: { tickets: 0 },
  play: enter,
  tick: (_settings, state) => ({ state, effects: [] }),
  progress: ({ until }, { tickets }, atMs) => ({
    done: tickets,
    needed: 0,
    leftMs: Math.max(0, Date.parse(until) - atMs),
  }),
}
