import type { EditGoals, GoalsChanged, GoalsView } from '@zhanggui/contract'
import { Alert, App } from 'antd'
import { useMemo, useState } from 'react'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Problem } from '../../../../parts/problem.tsx'
import stack from '../../../../parts/stack.module.css'
import { goalColumns, monthsWithDays } from '../goal-columns.ts'
import { type GoalLine, goalLines } from '../goal-lines.ts'
import type { GoalsProps } from '../goals-home.tsx'
import { SpreadDialog } from '../spread-dialog.tsx'
import { strings } from '../strings.ts'
import { type GoalChange, useChangeGoals, useRestoreGoals } from '../use-goals.ts'
import { OpenSums } from './open-sums.tsx'
import { type PastedBlock, readBlock } from './paste-block.ts'
import { PasteDialog } from './paste-dialog.tsx'
import styles from './target-grid.module.css'
import { TargetGrid } from './target-grid.tsx'
import { TargetToolbar } from './target-toolbar.tsx'
import type { Spot } from './use-grid-keys.ts'

type Absorb = NonNullable<EditGoals['absorb']>
type Before = Pick<GoalsView, 'goals' | 'measures'>

/** The tree as a sheet: edit, lock, split, make sums hold, paste a block, take a change back. */
export default function TargetsView({ at, view, editable }: GoalsProps) {
  const t = useStrings(strings)
  const { message } = App.useApp()
  const { get, set } = useSearchState()
  const [absorb, setAbsorb] = useState<Absorb>('siblings')
  const [history, setHistory] = useState<readonly Before[]>([])
  const [block, setBlock] = useState<PastedBlock | null>(null)
  const [spreading, setSpreading] = useState(false)
  const change = useChangeGoals(at, view.revision)
  const restore = useRestoreGoals(at)
  const month = get('month')
  const lines = useMemo(() => goalLines(view.goals), [view.goals])
  const columns = useMemo(() => goalColumns(view.goals, month), [view.goals, month])
  const days = useMemo(() => monthsWithDays(view.goals), [view.goals])

  const remember = (): void => setHistory((before) => [...before, { goals: view.goals, measures: view.measures }])
  const done = (changed: GoalsChanged): void => {
    const count = changed.changes.length + changed.blanked.length
    if (count + changed.made.length === 0) {
      void message.info(t.allHold)
      return
    }
    remember()
    void message.success(changed.made.length > 0 ? t.made(String(changed.made.length)) : t.changed(String(count)))
  }
  const make = (made: GoalChange): void => change.mutate(made, { onSuccess: done })
  const edit = (edits: EditGoals['edits']): void => make({ kind: 'edit', body: { edits, absorb, apply: true } })
  const lock = (id: string, locked: boolean): void =>
    change.mutate(
      { kind: 'edit', body: { edits: [{ id, locked }], absorb: 'nobody', apply: true } },
      { onSuccess: remember },
    )
  const undo = (): void => {
    const before = history.at(-1)
    if (!before) return
    restore.mutate(
      { revision: view.revision, before },
      {
        onSuccess: () => {
          setHistory((all) => all.slice(0, -1))
          void message.success(t.undone)
        },
      },
    )
  }
  const onPaste = (text: string, spot: Spot, shown: readonly GoalLine[]): void =>
    setBlock(readBlock(text, { lines: shown, columns, ...spot }, view))
  return (
    <div className={stack.stack}>
      {!view.editable && <Alert type="info" showIcon title={t.readOnly} />}
      {editable && (
        <TargetToolbar
          absorb={absorb}
          onAbsorb={setAbsorb}
          busy={change.isPending || restore.isPending}
          undoable={history.length > 0}
          onUndo={undo}
          onSpread={() => setSpreading(true)}
          onReconcile={(fillBlanks) => make({ kind: 'reconcile', body: { fillBlanks, apply: true } })}
          onBaselines={() => make({ kind: 'baselines', body: { apply: true } })}
          blanks={view.goals.some((g) => g.target === null)}
        />
      )}
      {change.isError && <Problem compact error={change.error} />}
      {restore.isError && <Problem compact error={restore.error} />}
      <OpenSums view={view} onChoose={(node) => set({ node, month: null })} />
      <TargetGrid
        view={view}
        lines={lines}
        columns={columns}
        monthsWithDays={days}
        editable={editable}
        node={get('node')}
        onNode={(node) => set({ node, field: null }, { replace: true })}
        onEdit={edit}
        onLock={lock}
        onPaste={onPaste}
        onMonth={(chosen) => set({ month: chosen, node: null })}
      />
      {editable && <p className={styles.hint}>{t.keys}</p>}
      {block && (
        <PasteDialog
          at={at}
          view={view}
          block={block}
          absorb={absorb}
          onClose={() => setBlock(null)}
          onDone={(changed) => {
            setBlock(null)
            done(changed)
          }}
        />
      )}
      {spreading && (
        <SpreadDialog at={at} view={view} goal={get('node')} onClose={() => setSpreading(false)} onDone={done} />
      )}
    </div>
  )
}
