import type { PlanDetail } from '@zhanggui/contract'
import { Alert, App, Button } from 'antd'
import { type ReactNode, useEffect, useReducer, useState } from 'react'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { PageHeader } from '../../../../parts/page-header.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import stack from '../../../../parts/stack.module.css'
import { type PlanAt, useChangeParts } from '../use-plans.ts'
import { AddRow } from './add-row.tsx'
import { DeriveDialog } from './derive-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { tableStrings } from './strings.ts'
import { TableActions } from './table-actions.tsx'
import { changeDraft, isDirty, openDraft } from './table-draft.ts'
import { TableGrid } from './table-grid.tsx'

type Props = { at: PlanAt; plan: PlanDetail; picker: ReactNode }
export type OpenDialog = 'import' | 'derive' | null

/** Asks before the page is left with changes that are not saved. */
function useLeaveWarning(dirty: boolean) {
  useEffect(() => {
    if (!dirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [dirty])
}

/** The draft of the table: what the server has, until somebody types; a new answer replaces only what was not touched. */
function useTableDraft(plan: PlanDetail) {
  const [draft, change] = useReducer(changeDraft, plan.table, openDraft)
  const dirty = isDirty(draft)
  useEffect(() => change({ do: 'refresh', rows: plan.table }), [plan.table])
  return { draft, change, dirty }
}

export function TableEditor({ at, plan, picker }: Props) {
  const t = useStrings(tableStrings)
  const { message } = App.useApp()
  const mayWrite = usePermissions().includes('plan:write')
  const frozen = plan.status === 'approved'
  const editable = mayWrite && !frozen
  const { draft, change, dirty } = useTableDraft(plan)
  const [open, setOpen] = useState<OpenDialog>(null)
  const save = useChangeParts(at)
  useLeaveWarning(dirty)
  const store = () =>
    save.mutate(
      { parts: { table: { revision: plan.revisions.table, body: draft.rows } } },
      {
        onSuccess: () => {
          change({ do: 'load', rows: draft.rows })
          void message.success(t.saved)
        },
      },
    )
  return (
    <div className={stack.stack}>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          <TableActions
            at={at}
            editable={editable}
            dirty={dirty}
            saving={save.isPending}
            onSave={store}
            onUndo={() => change({ do: 'undo' })}
            onOpen={setOpen}
          />
        }
      />
      {frozen && <Alert type="info" showIcon title={t.frozen} />}
      {save.isError && <Problem compact error={save.error} />}
      <Card
        title={picker}
        extra={editable && <AddRow year={plan.year} onAdd={(period) => change({ do: 'add', period })} />}
      >
        {draft.rows.length === 0 ? (
          <EmptyState
            title={t.empty}
            text={t.emptyText}
            action={
              editable && (
                <Button type="primary" onClick={() => setOpen('import')}>
                  {t.importFirst}
                </Button>
              )
            }
          />
        ) : (
          <TableGrid rows={draft.rows} editable={editable} onChange={change} />
        )}
      </Card>
      {open === 'import' && <ImportDialog at={at} onClose={() => setOpen(null)} />}
      {open === 'derive' && <DeriveDialog at={at} onClose={() => setOpen(null)} />}
    </div>
  )
}
