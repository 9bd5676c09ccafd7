import { type BlockId, BUILDING_BLOCKS, proposeProducts, type Seasonality, THEMES, themeSpan } from '@zhanggui/calendar'
import type { CalendarTheme } from '@zhanggui/contract'

/** Building blocks by their names. */
export const namedBlocks = (ids: readonly BlockId[]): CalendarTheme['blocks'] =>
  BUILDING_BLOCKS.filter(({ id }) => ids.includes(id)).map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn }))

/** The theme library in a year, with the categories of the shop that are in season then. */
export function calendarThemes(year: number, seasonality: readonly Seasonality[]): CalendarTheme[] {
  return THEMES.map((theme) => {
    const { id, kind, nameZh, nameEn, needs, mechanics, memberExtras, blocks } = theme
    const span = themeSpan(theme, year)
    const proposed = span ? proposeProducts(theme, span, seasonality) : []
    return {
      id,
      kind,
      nameZh,
      nameEn,
      from: span?.from ?? null,
      to: span?.to ?? null,
      needs: [...needs],
      mechanics: mechanics.map(({ textZh, textEn }) => ({ textZh, textEn })),
      memberExtras: [...memberExtras],
      blocks: namedBlocks(blocks),
      proposed: proposed.map(({ category, index, needZh }) => ({ category, index, needZh })),
    }
  })
}
