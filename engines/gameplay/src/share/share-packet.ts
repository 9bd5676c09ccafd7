import { err, ok } from '@zhanggui/kernel'
import { drawBelow } from '../chance/seed.ts'
import type { Game, Moment, Step, Table } from '../game/game.ts'
import { countsAt, hourOf, NO_SHARES, packetNow, promisedCents, type ShareCounts, withPromise } from './packet-pace.ts'
import { checkSharePacket, growthOf, type PaceWindow, paceWindow, type SharePacketSettings } from './share-settings.ts'

/** `counts`: of a paced round only. */
export type SharePacketState = { roundId: string; spentCents: number; counts?: ShareCounts }
/** `untilHour`: the hour at whose beginning the link of a paced packet lapses. */
type Packet = { cents: number; isExpanded: boolean; untilHour?: string }
/** The packets of one sharer by friend; a pair counts once. */
export type SharePacketPlayer = { packets: Readonly<Record<string, Packet>> }
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
  given: { cents: number; counts?: ShareCounts; untilHour?: string },
): ShareStep {
  const { cents, counts, untilHour } = given
  const spentCents = state.spentCents + cents
  if (spentCents > settings.budgetCents) return err({ code: 'budget_used_up' })
  const before = player.packets[friendId]?.cents ?? 0
  const packet = { cents: before + cents, isExpanded: kind === 'openLink', ...(untilHour && { untilHour }) }
  const key = `${state.roundId}/${kind}/${buyerId}/${friendId}`
  return ok({
    state: { ...state, spentCents, ...(counts && { counts: { ...counts, spentCents } }) },
    player: { packets: { ...player.packets, [friendId]: packet } },
    effects: cents === 0 ? [] : [{ key, kind: 'reward', buyerId, reward: { kind: 'cash', cents } }],
  })
}

const drawnBetween = (
  { buyerId, friendId }: SharePacketCommand,
  { leastCents, mostCents }: { leastCents: number; mostCents: number },
  seed: string,
): number => leastCents + drawBelow(seed, `share/${buyerId}/${friendId}`, mostCents - leastCents + 1)

type Paced = { settings: SharePacketSettings; window: PaceWindow; counts: ShareCounts }

/** A packet of the size that the pace allows; what it may grow by is set aside, so that what was told is kept. */
function sharePaced(
  { settings, window, counts }: Paced,
  table: ShareTable,
  command: SharePacketCommand,
  { atMs, seed }: Moment,
): ShareStep {
  if (atMs < window.fromMs) return err({ code: 'not_open_yet' })
  if (atMs >= window.untilMs) return err({ code: 'over' })
  const sizes = packetNow(settings, window, counts, atMs)
  if (!sizes) return err({ code: 'budget_used_up' })
  const cents = drawnBetween(command, sizes, seed)
  // The next full hour: a link is good for its hours and never for less.
  const untilHour = hourOf(atMs + (window.openHours + 1) * 3_600_000)
  const promised = withPromise(counts, untilHour, { links: 1, cents: growthOf(settings, cents) })
  return give(settings, table, command, {
    cents,
    counts: { ...promised, shares: counts.shares + 1 },
    untilHour,
  })
}

/** The growth was set aside when the link was made: it is there whatever else was spent since. */
function openPaced(
  { settings, counts }: Paced,
  table: ShareTable,
  command: SharePacketCommand,
  { cents: packetCents, untilHour = '' }: Packet,
): ShareStep {
  if (!counts.promises[untilHour]) return err({ code: 'over' })
  const cents = growthOf(settings, packetCents)
  const kept = withPromise(counts, untilHour, { links: -1, cents: -cents })
  return give(settings, table, command, { cents, counts: { ...kept, opened: counts.opened + 1 }, untilHour })
}

function pacedAt(settings: SharePacketSettings, state: SharePacketState, atMs: number): Paced | null {
  const window = paceWindow(settings)
  return window && { settings, window, counts: countsAt(state.counts ?? NO_SHARES, atMs) }
}

function openLink(
  settings: SharePacketSettings,
  table: ShareTable,
  command: SharePacketCommand,
  { atMs }: Moment,
): ShareStep {
  const packet = table.player.packets[command.friendId]
  if (!packet) return err({ code: 'not_a_friend' })
  if (packet.isExpanded) return err({ code: 'counted_before' })
  const paced = pacedAt(settings, table.state, atMs)
  return paced
    ? openPaced(paced, table, command, packet)
    : give(settings, table, command, { cents: growthOf(settings, packet.cents) })
}

function share(
  settings: SharePacketSettings,
  table: ShareTable,
  command: SharePacketCommand,
  moment: Moment,
): ShareStep {
  const { packets } = table.player
  if (packets[command.friendId]) return err({ code: 'counted_before' })
  if (Object.keys(packets).length >= settings.perBuyerMax) return err({ code: 'cap_reached' })
  const paced = pacedAt(settings, table.state, moment.atMs)
  return paced
    ? sharePaced(paced, table, command, moment)
    : give(settings, table, command, { cents: drawnBetween(command, settings, moment.seed) })
}

export const sharePacket: Game<SharePacketSettings, SharePacketState, SharePacketPlayer, SharePacketCommand> = {
  game: 'sharePacket',
  zh: '分享红包',
  en: 'Packet for sharing',
  check: checkSharePacket,
  open: (_settings, { roundId }) => ({ roundId, spentCents: 0 }),
  playerOf: ({ buyerId }) => buyerId,
  newPlayer: { packets: {} },
  play(settings, table, command, moment) {
    if (command.buyerId === command.friendId) return err({ code: 'self_invite' })
    return command.kind === 'share'
      ? share(settings, table, command, moment)
      : openLink(settings, table, command, moment)
  },
  tick: (_settings, state) => ({ state, effects: [] }),
  progress(settings, state, atMs) {
    const spent = { done: state.spentCents, needed: settings.budgetCents }
    const paced = pacedAt(settings, state, atMs)
    if (!paced) return { ...spent, leftMs: 0 }
    const { window, counts } = paced
    const isOpen = atMs >= window.fromMs && atMs < window.untilMs
    const sizes = isOpen ? packetNow(settings, window, counts, atMs) : null
    const now = sizes && { ...sizes, promisedCents: promisedCents(counts) }
    return { ...spent, leftMs: Math.max(0, window.untilMs - atMs), ...(now && { packet: now }) }
  },
}
