import type { BusinessDay } from '@zhanggui/kernel'
import { anchorDay } from '../occasions/anchor-day.ts'
import { GREEN_WEEK, HERITAGE_FESTIVAL, SUPER_BRAND_DAY } from './special-themes.ts'
import { SPRING_RENEWAL } from './spring-renewal.ts'
import { SUMMER_COOL } from './summer-cool.ts'
import type { Theme } from './theme.ts'
import { WINTER_WARM } from './winter-warm.ts'

/** The seasonal and special themes, in the order of the year. */
export const THEMES: readonly Theme[] = [
  SPRING_RENEWAL,
  HERITAGE_FESTIVAL,
  SUMMER_COOL,
  GREEN_WEEK,
  WINTER_WARM,
  SUPER_BRAND_DAY,
]

/** The days of a theme in a year, half-open; null while it has no date. */
export function themeSpan(theme: Theme, year: number): { from: BusinessDay; to: BusinessDay } | null {
  const from = theme.span && anchorDay(theme.span.from, year)
  const to = theme.span && anchorDay(theme.span.to, year)
  return from && to ? { from, to } : null
}

/** Themes whose season holds a day, special ones before whole seasons. */
export function themesOn(day: BusinessDay, themes: readonly Theme[] = THEMES): Theme[] {
  const holds = (theme: Theme): boolean => {
    const span = themeSpan(theme, Number(day.slice(0, 4)))
    return span !== null && span.from <= day && day < span.to
  }
  const rank = ({ kind }: Theme): number => (kind === 'theme' ? 0 : 1)
  return themes.filter(holds).sort((a, b) => rank(a) - rank(b))
}
