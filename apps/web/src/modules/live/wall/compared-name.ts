import type { LiveCompare } from '@zhanggui/contract'
import type { Format } from '../../../format/use-format.ts'
import type { strings } from './strings.ts'

type Words = (typeof strings)['zh']

/** What the day is run against, in words. */
export function comparedName({ kind, day }: LiveCompare, t: Words, format: Format): string {
  const name = format.shortDay(day)
  if (kind === 'campaignDay') return t.lastCampaign(name)
  return kind === 'yoy' ? t.lastYear(name) : t.lastWeek(name)
}
