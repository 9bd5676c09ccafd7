import type { EditGoals, GoalsChanged, GoalsView } from '@zhanggui/contract'
import { Alert, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { DataTable } from '../../../../parts/data-table.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import stack from '../../../../parts/stack.module.css'
import type { PlanAt } from '../../plans/use-plans.ts'
import { goalTitle } from '../goal-title.ts'
import { strings } from '../strings.ts'
import { useChangeGoals } from '../use-goals.ts'
import { editsOf, type PastedBlock, type PastedFault } from './paste-block.ts'
import { AbsorbSelect } from './target-toolbar.tsx'

type Props = {
  at: PlanAt
  view: GoalsView
  block: PastedBlock
  absorb: NonNullable<EditGoals['absorb']>
  onClose: () => void
  onDone: (changed: GoalsChanged) => void
}

const SHOWN = 60
const FAULTS_SHOWN = 10

/** What a pasted block would write and move, before anything is stored. */
export function PasteDialog({ at, view, block, absorb: first, onClose, onDone }: Props) {
  const t = useStrings(strings)
  const [absorb, setAbsorb] = useState(first)
  const preview = useChangeGoals(at, view.revision)
  const save = useChangeGoals(at, view.revision)
  const { mutate } = preview
  const edits = editsOf(block)
  useEffect(() => {
    if (block.cells.length > 0) mutate({ kind: 'edit', body: { edits: editsOf(block), absorb } })
  }, [block, absorb, mutate])
  const around = preview.data ? preview.data.changes.length + preview.data.blanked.length - edits.length : 0
  return (
    <Modal
      open
      width={760}
      title={t.pasteTitle}
      okText={t.apply}
      cancelText={t.cancel}
      okButtonProps={{ disabled: edits.length === 0 || preview.isError, loading: save.isPending }}
      onOk={() => save.mutate({ kind: 'edit', body: { edits, absorb, apply: true } }, { onSuccess: onDone })}
      onCancel={onClose}
    >
      <div className={stack.stack}>
        <p>
          {[
            t.pasteCells(String(edits.length)),
            block.same > 0 ? t.pasteSame(String(block.same)) : '',
            around > 0 ? t.pasteAround(String(around)) : '',
          ]
            .filter((s) => s !== '')
            .join('，')}
        </p>
        <div>
          <AbsorbSelect absorb={absorb} onAbsorb={setAbsorb} />
        </div>
        {preview.isError && <Problem compact error={preview.error} />}
        {save.isError && <Problem compact error={save.error} />}
        <Faults faults={block.faults} />
        <Cells view={view} block={block} />
      </div>
    </Modal>
  )
}

function Faults({ faults }: { faults: readonly PastedFault[] }) {
  const t = useStrings(strings)
  if (faults.length === 0) return null
  const words = { noFigure: t.faultNoFigure, noGoal: t.faultNoGoal, locked: t.faultLocked }
  const lines = faults
    .slice(0, FAULTS_SHOWN)
    .map((f) => (
      <div
        key={`${f.row}:${f.column}`}
      >{`${t.faultAt(String(f.row), String(f.column))}「${f.text}」${words[f.kind]}`}</div>
    ))
  const more = faults.length - FAULTS_SHOWN
  return (
    <Alert
      type="warning"
      showIcon
      title={
        <>
          {lines}
          {more > 0 && t.more(String(more))}
        </>
      }
    />
  )
}

function Cells({ view, block }: Pick<Props, 'view' | 'block'>) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat(view.currency)
  const rows = block.cells.slice(0, SHOWN)
  const unitOf = (metric: string) => view.metrics.find((m) => m.id === metric)?.unit ?? null
  return (
    <DataTable
      label={t.preview}
      rows={rows}
      rowKey={(c) => c.goal.id}
      columns={[
        {
          key: 'goal',
          title: t.line,
          render: (c) => goalTitle(c.goal, view, { language, format, unknown: t.unknownValue }),
        },
        { key: 'before', title: t.before, numeric: true, render: (c) => format.exact(c.before, unitOf(c.goal.metric)) },
        { key: 'after', title: t.after, numeric: true, render: (c) => format.exact(c.after, unitOf(c.goal.metric)) },
      ]}
    />
  )
}
