import type { DrillInfo } from '@zhanggui/contract'
import { Button, Progress, Tag } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useShopInstant } from '../../../app/use-shop-instant.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import { PersonName } from '../../../parts/person-name.tsx'
import stack from '../../../parts/stack.module.css'
import { DrillForm } from './drill-form.tsx'
import { DrillReportView } from './drill-report.tsx'
import { RehearsalCard } from './rehearsal-card.tsx'
import { ScoreChart } from './score-chart.tsx'
import { strings } from './strings.ts'
import { useCancelDrill, useDrills } from './use-drills.ts'

/** Start a drill, follow it, and read what came of it; one drill's report has an address of its own. */
export default function DrillsView() {
  const { get } = useSearchState()
  const drill = get('drill')
  return drill === null ? <DrillList /> : <DrillReportView id={drill} />
}

function DrillList() {
  const t = useStrings(strings)
  const drills = useDrills()
  const mayWrite = usePermissions().includes('plan:write')
  return (
    <div className={stack.stack}>
      {mayWrite && (
        <Card title={t.newDrill} note={t.noDrillsText}>
          <DrillForm />
        </Card>
      )}
      <RehearsalCard />
      <PanelBody
        query={drills}
        height={360}
        isEmpty={(all) => all.length === 0}
        empty={<EmptyState title={t.noDrills} {...(mayWrite ? {} : { text: t.noDrillsText })} />}
      >
        {(all) => (
          <div className={stack.stack}>
            <ScoreChart drills={all} />
            <DrillTable drills={all} mayWrite={mayWrite} />
          </div>
        )}
      </PanelBody>
    </div>
  )
}

function DrillTable({ drills, mayWrite }: { drills: readonly DrillInfo[]; mayWrite: boolean }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const instantOf = useShopInstant()
  const { set } = useSearchState()
  const columns: Column<DrillInfo>[] = [
    {
      key: 'name',
      title: t.drill,
      width: 200,
      render: ({ nameZh, nameEn, id }) => (
        <Button type="link" style={{ padding: 0 }} onClick={() => set({ drill: String(id) })}>
          {language === 'zh' ? nameZh : nameEn}
        </Button>
      ),
    },
    { key: 'state', title: t.state, render: (drill) => <StateOf drill={drill} mayWrite={mayWrite} /> },
    {
      key: 'score',
      title: t.scoreLabel,
      numeric: true,
      render: ({ score }) => (score === null ? '–' : format.count(score)),
    },
    { key: 'day', title: t.when, render: ({ createdAt }) => instantOf(createdAt) },
    { key: 'seed', title: t.seed, render: ({ seed, scale }) => `${seed} · ${t.scale} ${format.count(scale)}` },
    { key: 'by', title: t.by, render: ({ createdBy }) => <PersonName person={createdBy} /> },
  ]
  return <DataTable label={t.drills} columns={columns} rows={drills} rowKey={({ id }) => String(id)} pageSize={20} />
}

function StateOf({ drill, mayWrite }: { drill: DrillInfo; mayWrite: boolean }) {
  const t = useStrings(strings)
  const cancel = useCancelDrill()
  if (drill.state === 'done')
    return <Tag color={drill.passed ? 'success' : 'error'}>{drill.passed ? t.passed : t.notPassed}</Tag>
  if (drill.state === 'failed' || drill.state === 'cancelled')
    return <Tag title={drill.problem ?? ''}>{drill.state === 'failed' ? t.failed : t.cancelled}</Tag>
  return (
    <span style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
      <Progress
        percent={Math.round(drill.progress * 100)}
        size="small"
        style={{ width: 120 }}
        aria-label={drill.state === 'queued' ? t.queued : t.runningState}
      />
      {mayWrite && (
        <Button size="small" type="link" loading={cancel.isPending} onClick={() => cancel.mutate(drill.id)}>
          {t.stop}
        </Button>
      )}
    </span>
  )
}
