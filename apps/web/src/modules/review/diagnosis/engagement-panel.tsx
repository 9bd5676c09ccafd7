import type { EngagementAnswer, EngagementGroup } from '@zhanggui/contract'
import { type Format, useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import type { DayRange } from '../../../range/range.ts'
import { diagnosisStrings } from './strings.ts'
import { useEngagement } from './use-diagnosis.ts'

type Words = typeof diagnosisStrings.zh

/** Visitors by how much they take part, and what those who do most have in common. */
export function EngagementPanel({ store, days }: { store: string; days: DayRange }) {
  const t = useStrings(diagnosisStrings)
  const format = useFormat()
  const engagement = useEngagement(store, days)
  const { data } = engagement
  const note = data && t.engagementNote(format.count(data.people), data.stability.toFixed(2))
  return (
    <Panel<EngagementAnswer>
      title={t.engagement}
      {...(note ? { note } : {})}
      query={engagement}
      height={220}
      isEmpty={({ groups }) => groups.length === 0}
      empty={<EmptyState title={t.noEngagement} text={t.noEngagementText} />}
    >
      {({ groups }) => (
        <DataTable
          label={t.engagement}
          rows={groups.toReversed()}
          rowKey={(group) => String(group.rank)}
          columns={[
            { key: 'name', title: t.group, render: (group) => t.ranks(group.rank, groups.length) },
            ...figureColumns(t, format),
            { key: 'traits', title: t.traits, width: 300, render: (group) => traitWords(group, t) },
          ]}
        />
      )}
    </Panel>
  )
}

function figureColumns(t: Words, format: Format): Column<EngagementGroup>[] {
  const figure = (key: string, title: string, text: (group: EngagementGroup) => string): Column<EngagementGroup> => ({
    key,
    title,
    numeric: true,
    render: text,
  })
  const mean = (value: number): string => format.short(value, 'multiple')
  return [
    figure('share', t.share, (g) => format.percent(g.share)),
    figure('views', t.views, (g) => mean(g.views)),
    figure('days', t.visitDays, (g) => mean(g.days)),
    figure('carts', t.carts, (g) => mean(g.carts)),
    figure('interactions', t.interactions, (g) => mean(g.interactions)),
    figure('dwell', t.dwell, (g) => format.short(g.dwellSeconds, 'seconds')),
    figure('pay', t.payShare, (g) => format.percent(g.payShare)),
  ]
}

const traitWords = ({ traits }: EngagementGroup, t: Words): string =>
  traits.length === 0 ? '–' : traits.map((trait) => `${trait.value} ${t.times(trait.lift.toFixed(1))}`).join(' · ')
