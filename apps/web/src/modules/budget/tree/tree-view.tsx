import { App, Button } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import { useNarrow } from '../../../parts/use-narrow.ts'
import type { BudgetProps } from '../budget-home.tsx'
import { useBudgetCatalogue, useEditedBudget } from '../use-budget.ts'
import { addLine, changeLine, changeRules, removeLine, takeLines, undo } from './budget-draft.ts'
import { BudgetTree } from './budget-tree.tsx'
import { IssueCard } from './issue-card.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { QuarterCard } from './quarter-card.tsx'
import { RulesCard } from './rules-card.tsx'
import { StageCard } from './stage-card.tsx'
import { StartCard } from './start-card.tsx'
import { TreeActions } from './tree-actions.tsx'
import { treeStrings } from './tree-strings.ts'
import { useTreeDraft } from './use-tree-draft.ts'

const newId = (): string => crypto.randomUUID().slice(0, 8)

/** The split of the money; a new revision on the server opens it anew. */
export default function TreeView({ at, plan }: BudgetProps) {
  return <TreeEditor key={plan.revisions.budget} at={at} plan={plan} />
}

/** An editable tree, what is left of every level, what is unclear, what breaks a rule. */
function TreeEditor({ at, plan }: BudgetProps) {
  const t = useStrings(treeStrings)
  const { message } = App.useApp()
  const { get, set } = useSearchState()
  const mayWrite = usePermissions().includes('plan:write')
  const editable = mayWrite && plan.status === 'draft'
  const format = useFormat(plan.currency)
  const catalogue = useBudgetCatalogue().data
  const { draft, change, dirty, save, saving } = useTreeDraft(at, plan)
  const edited = useEditedBudget(at, { lines: draft.lines, rules: draft.rules, profile: plan.profile })
  const [pasted, setPasted] = useState<string | null>(null)
  const nameOf = (id: string) => draft.lines.find((line) => line.id === id)?.name ?? id
  const found = get('node')
  const narrow = useNarrow()
  const actions = editable && (
    <TreeActions
      dirty={dirty}
      canUndo={draft.past.length > 0}
      saving={saving.isPending}
      onPaste={() => setPasted('')}
      onUndo={() => change(undo)}
      onSave={() => save(() => void message.success(t.saved))}
    />
  )
  if (draft.lines.length === 0 && editable && pasted === null)
    return <StartCard at={at} onPaste={() => setPasted('')} />
  return (
    <div
      className={stack.stack}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text')
        if (editable && text.includes('\n')) setPasted(text)
      }}
    >
      <Card title={t.title} note={mayWrite && !editable ? t.locked : t.note} extra={!narrow && actions}>
        {narrow && actions}
        {saving.isError && <Problem compact error={saving.error} />}
        {edited.isError && <Problem compact error={edited.error} />}
        <BudgetTree
          lines={draft.lines}
          workedOut={edited.data}
          catalogue={catalogue}
          year={plan.year}
          format={format}
          editable={editable}
          found={found}
          onChange={(id, what) => change((now) => changeLine(now, id, what))}
          onAdd={(parentId) => change((now) => addLine(now, { id: newId(), parentId, year: plan.year }))}
          onRemove={(id) => change((now) => removeLine(now, id))}
        />
        {editable && (
          <Button
            type="dashed"
            block
            style={{ marginBlockStart: 12 }}
            onClick={() => change((now) => addLine(now, { id: newId(), parentId: rootOf(now.lines), year: plan.year }))}
          >
            {t.add}
          </Button>
        )}
      </Card>
      {edited.data && (
        <IssueCard
          at={at}
          plan={plan}
          workedOut={edited.data}
          dirty={dirty}
          editable={editable}
          nameOf={nameOf}
          onJump={(node) => set({ node }, { replace: true })}
        />
      )}
      {edited.data && <QuarterCard workedOut={edited.data} nameOf={nameOf} format={format} catalogue={catalogue} />}
      {edited.data && <StageCard at={at} workedOut={edited.data} nameOf={nameOf} format={format} dirty={dirty} />}
      <RulesCard
        plan={plan}
        rules={draft.rules}
        workedOut={edited.data}
        catalogue={catalogue}
        format={format}
        editable={editable}
        onChange={(what) => change((now) => changeRules(now, what))}
      />
      {pasted !== null && (
        <PasteDialog
          at={at}
          text={pasted}
          lines={draft.lines}
          under={found}
          format={format}
          onTake={(lines, under) => change((now) => takeLines(now, lines, under))}
          onClose={() => setPasted(null)}
        />
      )}
    </div>
  )
}

/** New lines hang from the one line at the top, where there is just one. */
function rootOf(lines: readonly { id: string; parentId: string | null }[]): string | null {
  const roots = lines.filter((line) => line.parentId === null)
  return roots.length === 1 ? (roots[0]?.id ?? null) : null
}
