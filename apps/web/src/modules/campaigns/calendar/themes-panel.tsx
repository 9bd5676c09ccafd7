import type { CalendarTheme, CalendarYear } from '@zhanggui/contract'
import { Collapse } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { labelled, listed } from '../../../locale/punctuation.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import styles from './panels.module.css'
import { strings } from './strings.ts'

/** The theme library in this year: days, needs, mechanics, member extras, and what of the shop is in season. */
export function ThemesPanel({ calendar }: { calendar: CalendarYear }) {
  const t = useStrings(strings)
  const language = useLanguage()
  return (
    <Card title={t.themes}>
      <Collapse
        ghost
        size="small"
        items={calendar.themes.map((theme) => ({
          key: theme.id,
          label: nameOf(theme, language),
          extra: <ThemeDays theme={theme} />,
          children: <ThemeContent theme={theme} />,
        }))}
      />
    </Card>
  )
}

function ThemeDays({ theme }: { theme: CalendarTheme }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { from, to } = theme
  return <span className={styles.quiet}>{from && to ? format.shortRange({ from, to }) : t.themeFrom}</span>
}

function ThemeContent({ theme }: { theme: CalendarTheme }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const zh = language === 'zh'
  const needs = theme.needs.map((need) => labelled(need.category, zh ? need.needZh : need.needEn, language))
  const means = [...theme.mechanics, ...theme.memberExtras].map(({ textZh, textEn }) => (zh ? textZh : textEn))
  const blocks = theme.blocks.map((block) => nameOf(block, language))
  const season = theme.proposed.map(({ category, index }) => `${category} ×${index.toFixed(2)}`)
  return (
    <ul className={styles.list}>
      {needs.map((need) => (
        <li key={need}>{need}</li>
      ))}
      <li className={styles.quiet}>{listed([...means, ...blocks], language)}</li>
      {season.length > 0 && <li>{t.inSeason(listed(season, language))}</li>}
    </ul>
  )
}
