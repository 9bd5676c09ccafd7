import { createRng, type Rng } from '@zhanggui/kernel'
import { drawBelow, type Seed } from '../chance/seed.ts'
import { type SharePacketCommand, type SharePacketPlayer, sharePacket } from './share-packet.ts'
import { paceWindow, type SharePacketSettings } from './share-settings.ts'

const HOUR_MS = 3_600_000
/** More shares than these say nothing more of a rule; the budget is scaled with them. */
const SAMPLE = 600

/** How the shares come: as many as reckoned with times `demandBp`, evenly, or half of them in the last tenth of the time. */
export type ShareWorld = { world: 'half' | 'asPlanned' | 'double' | 'late'; demandBp: number; isLate: boolean }
export const SHARE_WORLDS: readonly ShareWorld[] = [
  { world: 'half', demandBp: 5000, isLate: false },
  { world: 'asPlanned', demandBp: 10_000, isLate: false },
  { world: 'double', demandBp: 20_000, isLate: false },
  { world: 'late', demandBp: 10_000, isLate: true },
]

/**
 * What came of a rule in one world. `budgetCents` is that of the sample; `brokenPromises`: links that were opened in time and did not
 * expand. The means are of the first and of the last tenth of the shares that got a packet; null where there was none.
 */
export type ShareCourse = {
  budgetCents: number
  spentCents: number
  shares: number
  refused: number
  opened: number
  brokenPromises: number
  firstMeanCents: number | null
  lastMeanCents: number | null
}
export type ShareRehearsal = ShareWorld & { paced: ShareCourse; fixed: ShareCourse }

type Play = { atMs: number; command: SharePacketCommand; isInTime: boolean }

const whenOf = (rng: Rng, isLate: boolean): number => {
  const at = rng.next()
  return isLate && at >= 0.5 ? 0.9 + (at - 0.5) / 5 : isLate ? at * 1.8 : at
}

/** Shares and openings in the order in which they come; two thirds of those who open do so within the first day. */
function drawPlays(
  settings: SharePacketSettings & { from: string; until: string; openHours: number },
  shares: number,
  given: { seed: string; isLate: boolean },
): Play[] {
  const rng = createRng(`rehearse/${given.seed}`)
  const [fromMs, untilMs] = [Date.parse(settings.from), Date.parse(settings.until)]
  const opensBp = settings.opensBp ?? 10_000
  return Array.from({ length: shares }, (_, i): Play[] => {
    const atMs = Math.floor(fromMs + whenOf(rng, given.isLate) * (untilMs - fromMs))
    const pair = { buyerId: `s${i}`, friendId: `f${i}` }
    const shared: Play = { atMs, command: { kind: 'share', ...pair }, isInTime: true }
    const isOpened = rng.next() * 10_000 < opensBp
    const afterMs = -Math.log(1 - rng.next()) * 22 * HOUR_MS
    const isInTime = afterMs < settings.openHours * HOUR_MS
    return isOpened ? [shared, { atMs: atMs + afterMs, command: { kind: 'openLink', ...pair }, isInTime }] : [shared]
  })
    .flat()
    .sort((a, b) => a.atMs - b.atMs)
}

const meanOf = (cents: readonly number[]): number | null =>
  cents.length === 0 ? null : Math.round(cents.reduce((a, b) => a + b, 0) / cents.length)

/** The plays as the game itself takes them. */
function runCourse(settings: SharePacketSettings, plays: readonly Play[], seed: Seed): ShareCourse {
  let state = sharePacket.open(settings, { roundId: 'rehearsal', buyerId: '', atMs: 0, seed })
  const players = new Map<string, SharePacketPlayer>()
  const packets: number[] = []
  let [refused, opened, brokenPromises] = [0, 0, 0]
  for (const { atMs, command, isInTime } of plays) {
    const player = players.get(command.buyerId)
    if (command.kind === 'openLink' && !player) continue
    const table = { state, player: player ?? sharePacket.newPlayer }
    const before = state.spentCents
    const step = sharePacket.play(settings, table, command, { atMs, seed })
    if (!step.ok) {
      if (command.kind === 'share') refused++
      else if (isInTime) brokenPromises++
      continue
    }
    state = step.value.state
    players.set(command.buyerId, step.value.player)
    if (command.kind === 'openLink') opened++
    else packets.push(state.spentCents - before)
  }
  const tenth = Math.max(1, Math.floor(packets.length / 10))
  return {
    ...{ budgetCents: settings.budgetCents, spentCents: state.spentCents, shares: packets.length },
    ...{ refused, opened, brokenPromises },
    firstMeanCents: meanOf(packets.slice(0, tenth)),
    lastMeanCents: meanOf(packets.slice(-tenth)),
  }
}

/**
 * The paced rule beside one that gives the set sizes until the budget is gone, on the same shares, in four worlds (P6.18).
 * Shape: null for settings that are not paced. Errors: none; settings are checked before.
 */
export function rehearseShares(settings: SharePacketSettings, seed: Seed): ShareRehearsal[] | null {
  const window = paceWindow(settings)
  const { from, until, openHours } = settings
  if (!window || from === undefined || until === undefined || openHours === undefined) return null
  const sample = Math.min(SAMPLE, window.sharesExpected)
  const budgetCents = Math.max(settings.mostCents, Math.floor((settings.budgetCents * sample) / window.sharesExpected))
  const paced = { ...settings, from, until, openHours, budgetCents, sharesExpected: sample }
  const { from: _from, until: _until, openHours: _openHours, ...fixed } = paced
  return SHARE_WORLDS.map((world) => {
    const label = String(drawBelow(seed, `rehearse/${world.world}`, 0x1_0000_0000))
    const shares = Math.max(1, Math.round((sample * world.demandBp) / 10_000))
    const plays = drawPlays(paced, shares, { seed: label, isLate: world.isLate })
    return { ...world, paced: runCourse(paced, plays, seed), fixed: runCourse(fixed, plays, seed) }
  })
}
