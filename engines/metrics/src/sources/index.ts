import type { Source } from '../measure.ts'
import { ADS } from './ads.ts'
import {
  CARTS,
  CHECKOUTS,
  EXPOSURES,
  FAVOURITES,
  INTERACTIONS,
  LIVE_SESSIONS,
  LOADS,
  PLAYS,
  VIEWS,
  VISITS,
} from './events.ts'
import { REVIEWS, SERVICE_SESSIONS, SURVEYS } from './feedback.ts'
import { MEMBERS } from './members.ts'
import { FIRST_ORDERS, PAID_BUYERS, PAID_DAYS, PAID_LINES, PLACED_LINES, REFUNDED_LINES } from './order-lines.ts'
import { PAGE_VIEWERS } from './page-viewers.ts'
import { PLATFORM_DAYS } from './platform-days.ts'
import { SOCIAL_POSTS } from './social-posts.ts'
import { STOCK } from './stock.ts'

export const SOURCES: readonly Source[] = [
  PLACED_LINES,
  PAID_LINES,
  REFUNDED_LINES,
  PAID_BUYERS,
  PAID_DAYS,
  FIRST_ORDERS,
  VIEWS,
  VISITS,
  PLAYS,
  LIVE_SESSIONS,
  CARTS,
  FAVOURITES,
  INTERACTIONS,
  EXPOSURES,
  CHECKOUTS,
  LOADS,
  PAGE_VIEWERS,
  ADS,
  PLATFORM_DAYS,
  REVIEWS,
  SURVEYS,
  SERVICE_SESSIONS,
  STOCK,
  MEMBERS,
  SOCIAL_POSTS,
]

/** Errors: throws on an id that is no source. */
export function getSource(id: string): Source {
  const source = SOURCES.find((s) => s.id === id)
  if (!source) throw new Error(`no source named ${id}`)
  return source
}
