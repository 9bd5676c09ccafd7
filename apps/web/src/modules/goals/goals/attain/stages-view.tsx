import type { StageGates } from '@zhanggui/contract'
import { Space } from 'antd'
import type { ReactNode } from 'react'
import { useMetricDictionary } from '../../../../api/use-metric-dictionary.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { DataTable } from '../../../../parts/data-table.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { PanelBody } from '../../../../parts/panel.tsx'
import stack from '../../../../parts/stack.module.css'
import type { GoalsProps } from '../goals-home.tsx'
import styles from '../status-tag.module.css'
import { strings } from '../strings.ts'
import { useStages } from '../use-goals.ts'
import { MilestoneForm } from './milestone-form.tsx'
import { StageEditor } from './stage-editor.tsx'

type Gate = StageGates[number]
const TONE: Readonly<Record<Gate['state'], string | undefined>> = {
  open: styles.achieved,
  waiting: styles.behind,
  blocked: styles.atRisk,
}

/** The roadmap's gates: every criterion with what is there and what is asked. */
export default function StagesView({ at, view, editable }: GoalsProps) {
  const t = useStrings(strings)
  return (
    <div className={stack.stack}>
      {editable && <MilestoneForm at={at} view={view} />}
      {editable && (
        <div>
          <StageEditor at={at} stage={null} />
        </div>
      )}
      <PanelBody<StageGates>
        query={useStages(at)}
        height={320}
        isEmpty={(gates) => gates.length === 0}
        empty={<EmptyState title={t.noStages} text={t.noStagesText} />}
      >
        {(gates) => (
          <div className={stack.stack}>
            {gates.map((gate) => (
              <GateCard
                key={gate.stage}
                gate={gate}
                currency={view.currency}
                editor={editable && <StageEditor at={at} stage={gate.stage} />}
              />
            ))}
          </div>
        )}
      </PanelBody>
    </div>
  )
}

function GateCard({ gate, currency, editor }: { gate: Gate; currency: string; editor: ReactNode }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat(currency)
  const dictionary = useMetricDictionary().data
  const metricOf = (id: string) => dictionary?.metrics.find((m) => m.id === id)
  const states = { open: t.gateOpen, waiting: t.gateWaiting, blocked: t.gateBlocked }
  const problems = {
    ends_before_start: t.problemEnds,
    outside_contract: t.problemContract,
    overlaps_previous: t.problemOverlap,
    no_criteria: t.problemCriteria,
  }
  const note = [format.dayRange({ from: gate.fromDay, to: gate.toDay }), ...gate.problems.map((p) => problems[p])].join(
    ' · ',
  )
  return (
    <Card
      title={gate.name}
      note={note}
      extra={
        <Space size={8} wrap>
          <span className={`${styles.tag} ${TONE[gate.state] ?? ''}`}>{states[gate.state]}</span>
          {editor}
        </Space>
      }
    >
      <DataTable
        label={gate.name}
        rows={gate.criteria}
        rowKey={(c) => `${c.metric}|${JSON.stringify(c.scope)}`}
        columns={[
          {
            key: 'metric',
            title: t.line,
            render: (c) => {
              const metric = metricOf(c.metric)
              return [
                (language === 'zh' ? metric?.nameZh : metric?.nameEn) ?? c.metric,
                ...Object.values(c.scope),
              ].join(' · ')
            },
          },
          {
            key: 'value',
            title: t.target,
            numeric: true,
            render: (c) => `${t[c.op]} ${format.short(c.value, metricOf(c.metric)?.unit ?? null)}`,
          },
          {
            key: 'actual',
            title: t.actual,
            numeric: true,
            render: (c) => format.short(c.actual, metricOf(c.metric)?.unit ?? null),
          },
          {
            key: 'met',
            title: t.status,
            render: (c) => (
              <span className={`${styles.tag} ${c.met ? styles.achieved : styles.behind}`}>
                {c.met ? t.achieved : t.behind}
              </span>
            ),
          },
        ]}
      />
    </Card>
  )
}
