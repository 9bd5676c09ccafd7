import type { NodeDriversAnswer, Unit } from '@zhanggui/contract'
import { App, Button, Segmented } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import { PercentField } from '../balance/percent-field.tsx'
import { goalTitle } from '../goal-title.ts'
import type { GoalsProps } from '../goals-home.tsx'
import { strings } from '../strings.ts'
import { type NodeGrowth, useNodeDrivers, useWriteNodeDrivers } from '../use-goals.ts'
import styles from './node-drivers.module.css'

const HEIGHT = 360
const START: NodeGrowth = { cvrGrowthBp: 0, aovGrowthBp: 0, periods: 'year' }

type Node = NodeDriversAnswer['nodes'][number]

/** What the target of each node takes in visitors, conversion and AOV, and the button that makes goals of it. */
export function NodeDrivers({ at, view, editable }: GoalsProps) {
  const t = useStrings(strings)
  const [growth, setGrowth] = useState(START)
  const change = (part: NodeGrowth): void => setGrowth((before) => ({ ...before, ...part }))
  const query = useNodeDrivers(at, growth, { revision: view.revision, may: editable })
  if (!editable) return null
  return (
    <Panel<NodeDriversAnswer>
      title={t.nodes}
      note={t.nodesNote}
      query={query}
      height={HEIGHT}
      isEmpty={({ nodes }) => nodes.length === 0}
      empty={<EmptyState title={t.nodes} text={t.nodeNone} />}
    >
      {(answer) => (
        <>
          <div className={styles.form}>
            <PercentField
              label={t.nodeCvr}
              min={-90}
              value={growth.cvrGrowthBp ?? 0}
              onChange={(cvrGrowthBp) => change({ cvrGrowthBp })}
            />
            <PercentField
              label={t.nodeAov}
              min={-90}
              value={growth.aovGrowthBp ?? 0}
              onChange={(aovGrowthBp) => change({ aovGrowthBp })}
            />
            <Segmented
              aria-label={t.nodePeriods}
              value={growth.periods ?? 'year'}
              onChange={(periods) => change({ periods })}
              options={[
                { value: 'year' as const, label: t.nodeYear },
                { value: 'all' as const, label: t.nodeAll },
              ]}
            />
            <Write at={at} view={view} growth={growth} answer={answer} />
          </div>
          <NodeTable view={view} answer={answer} />
        </>
      )}
    </Panel>
  )
}

type WriteProps = Pick<GoalsProps, 'at' | 'view'> & { growth: NodeGrowth; answer: NodeDriversAnswer }

function Write({ at, view, growth, answer }: WriteProps) {
  const t = useStrings(strings)
  const format = useFormat()
  const { message } = App.useApp()
  const write = useWriteNodeDrivers(at, view.revision)
  const open = answer.changed.made.length + answer.changed.changes.length
  const run = (): void =>
    write.mutate(growth, {
      onSuccess: ({ changed }) =>
        void message.success(t.nodeWritten(format.count(changed.made.length + changed.changes.length))),
    })
  return (
    <>
      <Button
        type="primary"
        disabled={open === 0}
        loading={write.isPending}
        onClick={run}
        {...(open === 0 ? { title: t.nodeNothing } : {})}
      >
        {t.nodeWrite}
      </Button>
      {write.isError && <Problem compact error={write.error} />}
    </>
  )
}

const UNITS = { paid: 'money', uv: 'count', cvr: 'ratio', aov: 'money', buyers: 'count' } as const satisfies Record<
  string,
  Unit
>

function NodeTable({ view, answer }: Pick<GoalsProps, 'view'> & { answer: NodeDriversAnswer }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat(view.currency)
  const goals = new Map(view.goals.map((goal) => [goal.id, goal]))
  const words = { language, format, unknown: t.unknownValue }
  const nameOf = ({ goal: id }: Node): string => {
    const goal = goals.get(id)
    return goal ? goalTitle(goal, view, words) : id
  }
  const remark = { visits: '', buyers: '', overdetermined: t.nodeContradicts, unknown: t.nodeUnknown }
  const figure = (key: keyof typeof UNITS, title: string): Column<Node> => ({
    key,
    title,
    numeric: true,
    render: (node) => <TargetAndLast figure={node[key]} unit={UNITS[key]} currency={view.currency} />,
  })
  return (
    <DataTable
      label={t.nodes}
      rows={answer.nodes}
      rowKey={({ goal }) => goal}
      pageSize={20}
      columns={[
        {
          key: 'goal',
          title: t.nodeGoal,
          render: (node) => (
            <>
              {nameOf(node)}
              {remark[node.kind] && <div className={styles.remark}>{remark[node.kind]}</div>}
            </>
          ),
        },
        figure('paid', t.gmv),
        figure('uv', t.uv),
        figure('cvr', t.cvr),
        figure('aov', t.aov),
        figure('buyers', t.buyersName),
      ]}
    />
  )
}

type FigureProps = { figure: { last: number | null; target: number | null }; unit: Unit; currency: string }

/** The target, and last year's figure small below it. */
function TargetAndLast({ figure: { last, target }, unit, currency }: FigureProps) {
  const t = useStrings(strings)
  const format = useFormat(currency)
  return (
    <span data-value={target ?? ''} title={format.exact(target, unit)}>
      {format.short(target, unit)}
      {target !== null && last !== null && (
        <span className={styles.last}>{`${t.lastYear} ${format.short(last, unit)}`}</span>
      )}
    </span>
  )
}
