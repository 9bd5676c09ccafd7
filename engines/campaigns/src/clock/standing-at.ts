import { type Occasion, occasionsBetween } from '@zhanggui/calendar'
import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'
import { type CampaignPhase, MINUTES_OF_DAY, type PhaseWindow, type ShopMoment } from '../phases/phase.ts'
import { endOf, windowIndexAt } from '../phases/phase-at.ts'
import type { CampaignSize } from '../readiness/campaign-facts.ts'
import type { CampaignClock, ClockedCampaign, Standing } from './campaign-clock.ts'
import { occasionWindowAt, occasionWindows } from './occasion-windows.ts'

/** Phases by how much they move a day's sales: where campaigns overlap the first names the moment. */
const BY_PULL: readonly CampaignPhase[] = ['burst', 'closing', 'preheat', 'longTail', 'reservoir', 'review']

const SIZE_WEIGHTS: Record<CampaignSize, number> = { large: 10, medium: 6, small: 4 }

type Candidate = Standing & { weight: number }
type Face = Omit<Standing, 'windows' | 'phase' | 'wave' | 'ends' | 'next'>

function placed(face: Face & { weight: number }, windows: readonly PhaseWindow[], index: number): Candidate | null {
  const window = windows[index]
  if (!window) return null
  const follower = windows[index + 1]
  // A neighbour that begins before this one's last day is over ends it; one that comes later leaves ordinary days between.
  const joins = follower !== undefined && follower.from <= window.to
  const ends = (joins && endOf(windows, index)) || { day: window.to, minute: 0 }
  return { ...face, windows, phase: window.phase, wave: window.wave, ends, next: joins ? follower.phase : null }
}

function ofCampaign({ id, name, size, windows, ...rest }: ClockedCampaign, moment: ShopMoment): Candidate | null {
  const { occasion, mainDay, targetCents } = rest
  const face = { campaign: id, occasion, nameZh: name, nameEn: name, mainDay, targetCents, weight: SIZE_WEIGHTS[size] }
  return placed(face, windows, windowIndexAt(windows, moment))
}

function ofOccasion({ id, nameZh, nameEn, mainDay, weight, phases }: Occasion, moment: ShopMoment): Candidate | null {
  const windows = occasionWindows({ phases })
  const face = { campaign: null, occasion: id, nameZh, nameEn, mainDay, targetCents: null, weight }
  return placed(face, windows, occasionWindowAt(windows, moment))
}

/** A campaign that follows an occasion of a year speaks for it, also on the days it leaves ordinary. */
const speaksFor =
  (campaigns: readonly ClockedCampaign[]) =>
  ({ id, year }: Occasion): boolean =>
    campaigns.some(({ occasion, mainDay }) => occasion === id && Number(mainDay.slice(0, 4)) === year)

const byPull =
  (day: BusinessDay) =>
  (a: Candidate, b: Candidate): number =>
    BY_PULL.indexOf(a.phase) - BY_PULL.indexOf(b.phase) ||
    Number(a.campaign === null) - Number(b.campaign === null) ||
    b.weight - a.weight ||
    Math.abs(daysBetween(a.mainDay, day)) - Math.abs(daysBetween(b.mainDay, day))

/**
 * Which campaign a moment of the shop's clock belongs to, and its phase; null on an ordinary day. The shop's own campaigns say it,
 * the calendar only for occasions that none of them follows. Checks that are still red do not stop the clock: buyers come all
 * the same.
 */
export function standingAt({ campaigns, occasions }: CampaignClock, moment: ShopMoment): Standing | null {
  const { day } = moment
  const isSpokenFor = speaksFor(campaigns)
  const known = occasionsBetween(day, addDays(day, 1), occasions).filter((occasion) => !isSpokenFor(occasion))
  const found = [
    ...campaigns.map((campaign) => ofCampaign(campaign, moment)),
    ...known.map((occasion) => ofOccasion(occasion, moment)),
  ].filter((candidate) => candidate !== null)
  const [first] = found.toSorted(byPull(day))
  if (!first) return null
  const { weight: _weight, ...standing } = first
  return standing
}

/** What a whole day counts as: where its last minute stands, so that an opening at 20:00 makes a burst day of it. */
export const standingOn = (clock: CampaignClock, day: BusinessDay): Standing | null =>
  standingAt(clock, { day, minute: MINUTES_OF_DAY - 1 })
