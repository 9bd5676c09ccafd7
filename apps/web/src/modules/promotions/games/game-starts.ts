import type { GameSettings } from '@zhanggui/contract'

const DAY_MS = 86_400_000

/** Sound settings of each kind to start from; times are a day from now. */
export function gameStart(game: GameSettings['game'], nowMs: number): GameSettings {
  const window = { from: new Date(nowMs).toISOString(), until: new Date(nowMs + DAY_MS).toISOString() }
  switch (game) {
    case 'groupBuy':
      return { game, size: 3, minutes: 1440, priceCents: 4900, newBuyersOnly: false, groupsMax: 1000 }
    case 'bargain':
      return { game, listedCents: 9900, floorCents: 1990, helps: 10, hours: 24 }
    case 'inviteLadder':
      return {
        game,
        steps: [{ invites: 3, reward: { kind: 'cash', cents: 5000 } }],
        days: 7,
        levels: 1,
        paysToJoin: false,
        asksConsent: true,
      }
    case 'sharePacket':
      return {
        game,
        leastCents: 50,
        mostCents: 500,
        expandBp: 20_000,
        perBuyerMax: 5,
        budgetCents: 500_000,
        sharesExpected: 2000,
        openHours: 24,
        ...window,
      }
    case 'redPacketRain':
      return { game, poolCents: 1_000_000, packets: 5000, leastCents: 10, perBuyerMax: 1, chanceBp: 3000, ...window }
    case 'draw':
      return {
        game,
        prizes: [{ prizeId: 'first', valueCents: 100_000, count: 1 }],
        entry: 'points',
        hasFreeEntry: true,
        ticketsPerBuyerMax: 1,
        minAge: 18,
        ...window,
      }
  }
}

export const GAME_KINDS: readonly GameSettings['game'][] = [
  'groupBuy',
  'bargain',
  'inviteLadder',
  'sharePacket',
  'redPacketRain',
  'draw',
]
