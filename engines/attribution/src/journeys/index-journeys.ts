import { collapsePath } from './collapse-path.ts'
import type { Journey } from './journey.ts'

/** Journeys with channels as places in `channels`, repeats collapsed; those without touches only add to `untracked`. */
export type IndexedJourneys = {
  channels: string[]
  paths: IndexedPath[]
  untracked: { conversions: number; paidCents: number }
  total: { conversions: number; paidCents: number }
}
export type IndexedPath = {
  steps: number[]
  ages: number[]
  conversions: number
  paidCents: number
  nulls: number
}

const placesOf = (channels: readonly string[]): Map<string, number> => new Map(channels.map((name, i) => [name, i]))

function channelsOf(journeys: readonly Journey[]): string[] {
  const seen = new Set<string>()
  for (const { touches } of journeys) for (const { channel } of touches) seen.add(channel)
  return [...seen].sort()
}

/** Channels are in the order of their names, so that the order of journeys does not matter. */
export function indexJourneys(journeys: readonly Journey[]): IndexedJourneys {
  const channels = channelsOf(journeys)
  const places = placesOf(channels)
  const untracked = { conversions: 0, paidCents: 0 }
  const total = { conversions: 0, paidCents: 0 }
  const paths: IndexedPath[] = []
  for (const { touches, conversions, paidCents, nulls } of journeys) {
    total.conversions += conversions
    total.paidCents += paidCents
    if (touches.length === 0) {
      untracked.conversions += conversions
      untracked.paidCents += paidCents
      continue
    }
    const path = collapsePath(touches)
    const steps = path.map(({ channel }) => places.get(channel) ?? 0)
    paths.push({ steps, ages: path.map(({ ageDays }) => ageDays), conversions, paidCents, nulls })
  }
  return { channels, paths, untracked, total }
}
