import type { Rng } from '@zhanggui/kernel'
import { TIERS } from '../people/tiers.ts'
import { createSampler } from '../sampler.ts'
import type { OpenDay, Shop } from '../shop.ts'
import type { Visit } from '../trade/visit-log.ts'
import { CHANNELS, type Channel, channelIndex, OWN_CHANNEL_SHARES } from './channels.ts'
import { arrivalTime } from './hours.ts'

/** A prospect is someone seen before in about a quarter of the visits. */
const RETURNING_LEAD_RATE = 0.26
/** Free channels swing a little from day to day: spread of the logarithm. */
const DAILY_NOISE = 0.05
/** Customers follow the campaigns less than the crowd does. */
const CUSTOMER_PULL = 0.55

const OWN_CHANNELS = CHANNELS.filter((c) => c.kind === 'own')
const pickOwnChannel = createSampler(OWN_CHANNELS.map((c) => OWN_CHANNEL_SHARES[c.name] ?? 0))

function prospect(shop: Shop, rng: Rng) {
  return rng.next() < RETURNING_LEAD_RATE ? shop.people.returningLead(rng) : shop.people.arrive(rng)
}

function freeVisits(shop: Shop, { mood, rng }: OpenDay, channel: Channel): Visit[] {
  const mean = channel.visitsPerDay * shop.scale * mood.traffic ** channel.pull * mood.rhythm
  const count = rng.poisson(mean * Math.exp(DAILY_NOISE * rng.normal()))
  return Array.from({ length: count }, () => ({
    person: prospect(shop, rng),
    channel,
    startMs: arrivalTime(mood, rng),
    ad: null,
    category: null,
  }))
}

function paidVisits(shop: Shop, { mood, rng }: OpenDay): Visit[] {
  return shop.ads.openDay(mood, rng).flatMap((ad) => {
    const plan = shop.adPlans[ad.plan]
    const channel = plan && CHANNELS[channelIndex(plan.tool)]
    if (!channel) return []
    return [{ person: prospect(shop, rng), channel, startMs: arrivalTime(mood, rng), ad, category: plan.category }]
  })
}

/** Each living customer comes by with the daily chance of the tier. */
function customerVisits(shop: Shop, { mood, rng }: OpenDay): Visit[] {
  return TIERS.flatMap((tier, index) => {
    const mean = shop.people.livingCount(index) * tier.visitsPerDay * mood.traffic ** CUSTOMER_PULL
    return Array.from({ length: rng.poisson(mean) }, (): Visit[] => {
      const channel = OWN_CHANNELS[pickOwnChannel(rng)]
      if (!channel) return []
      const person = shop.people.livingCustomer(index, rng)
      return [{ person, channel, startMs: arrivalTime(mood, rng), ad: null, category: null }]
    }).flat()
  })
}

/** Everyone who comes by on the day, in the order of their arrival. */
export function dayVisits(shop: Shop, today: OpenDay): Visit[] {
  const customers = customerVisits(shop, today)
  const paid = paidVisits(shop, today)
  const free = CHANNELS.filter((c) => c.visitsPerDay > 0).flatMap((c) => freeVisits(shop, today, c))
  return [...customers, ...paid, ...free].sort((a, b) => a.startMs - b.startMs)
}
