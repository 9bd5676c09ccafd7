import type { IncidentFiring } from '@zhanggui/contract'
import { useStoreTimeZone } from '../../../../app/use-store-time-zone.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { incidentStrings } from './incident-strings.ts'

const tagsText = (tags: IncidentFiring['tags']): string => Object.values(tags).join(' · ')

/** What fired, for which part of the shop, and what it saw. */
export function FiringTable({ firings }: { firings: readonly IncidentFiring[] }) {
  const t = useStrings(incidentStrings)
  const language = useLanguage()
  const format = useFormat()
  const zone = useStoreTimeZone()
  const at = (iso: string): string => format.instant(iso, zone)
  const saw = (one: IncidentFiring): string => {
    const words = language === 'zh' ? one.reasonZh : one.reasonEn
    return one.crossingAt ? `${words}，${t.crossing(format.longDay(one.crossingAt.slice(0, 10)))}` : words
  }
  const columns: Column<IncidentFiring>[] = [
    { key: 'rule', title: t.rule, render: (one) => nameOf(one, language) },
    { key: 'slice', title: t.slice, render: (one) => tagsText(one.tags) || t.wholeShop },
    { key: 'saw', title: t.saw, render: (one) => <span data-value={one.value ?? ''}>{saw(one)}</span> },
    { key: 'began', title: t.began, render: (one) => at(one.startedAt) },
    { key: 'until', title: t.until, render: (one) => (one.endedAt ? at(one.endedAt) : t.stillOn) },
  ]
  return (
    <DataTable
      columns={columns}
      rows={firings}
      rowKey={(one) => `${one.rule}/${tagsText(one.tags)}/${one.startedAt}`}
      label={t.fires}
    />
  )
}
