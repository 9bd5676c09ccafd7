import type { IncidentDetail, IncidentEvidence } from '@zhanggui/contract'
import { ChartWithTable } from '../../../../charts/chart-with-table.tsx'
import { useFormat } from '../../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { useTheme } from '../../../../theme/theme-provider.tsx'
import { useEvidence } from '../use-alerts.ts'
import { buildEvidenceOption } from './evidence-option.ts'
import { incidentStrings } from './incident-strings.ts'

const HEIGHT = 280

/** The figure around the moment it fired. */
export function EvidencePanel({ incident }: { incident: IncidentDetail }) {
  const t = useStrings(incidentStrings)
  const language = useLanguage()
  const query = useEvidence(String(incident.id))
  const name = query.data ? nameOf(query.data, language) : ''
  return (
    <Panel
      query={query}
      height={HEIGHT}
      title={name ? `${t.evidence} · ${name}` : t.evidence}
      note={t.evidenceNote}
      isEmpty={({ points }) => points.length < 2}
      empty={<EmptyState title={t.noEvidence} />}
    >
      {(evidence) => <EvidenceChart evidence={evidence} title={name} />}
    </Panel>
  )
}

function EvidenceChart({ evidence, title }: { evidence: IncidentEvidence; title: string }) {
  const t = useStrings(incidentStrings)
  const format = useFormat()
  const theme = useTheme()
  const { unit } = evidence
  const words = {
    short: (value: number | null) => format.short(value, unit),
    exact: (value: number | null) => format.exact(value, unit),
    axis: format.axis,
    full: format.period,
    value: title,
    limit: t.limit,
    usual: t.usual,
    low: t.low,
    high: t.high,
    alertAt: t.alertAt,
  }
  type Point = IncidentEvidence['points'][number]
  const columns: Column<Point>[] = [
    { key: 'period', title: t.time, render: ({ period }) => format.period(period) },
    { key: 'value', title, numeric: true, render: ({ value }) => words.exact(value) },
  ]
  return (
    <ChartWithTable
      title={title}
      option={buildEvidenceOption(evidence, words, theme)}
      height={HEIGHT}
      table={<DataTable columns={columns} rows={evidence.points} rowKey={({ period }) => period} label={title} />}
    />
  )
}
