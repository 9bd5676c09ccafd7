import type { CampaignWork } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useStrings } from '../../../../locale/strings.ts'
import { DataTable } from '../../../../parts/data-table.tsx'
import { ActDialog } from '../act-dialog.tsx'
import type { CampaignProps } from '../campaign-page.tsx'
import { strings } from '../strings.ts'
import { TaskDialog } from './task-dialog.tsx'
import { taskStrings } from './task-strings.ts'
import { tasksOf } from './tasks-of.ts'
import { type Task, useTaskColumns } from './use-task-columns.tsx'

/** Every task with who answers for it, when it is due, how much it can slip, and the button that finishes it. */
export function TaskTable({
  at,
  campaign,
  mayWrite,
  work,
  showDone,
}: CampaignProps & { work: CampaignWork | undefined; showDone: boolean }) {
  const t = useStrings(strings)
  const own = useStrings(taskStrings)
  const [finishing, setFinishing] = useState<Task | null>(null)
  const [editing, setEditing] = useState<Task | 'new' | null>(null)
  const rows = tasksOf(campaign).filter(({ body }) => showDone || body.finished === null)
  const columns = useTaskColumns({ work, mayWrite, onFinish: setFinishing, onEdit: setEditing })
  return (
    <>
      {mayWrite && <Button onClick={() => setEditing('new')}>{own.add}</Button>}
      <DataTable columns={columns} rows={rows} rowKey={({ id }) => id} label={t.tasks} />
      {editing && (
        <TaskDialog
          at={at}
          campaign={campaign}
          task={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {finishing && (
        <ActDialog
          at={at}
          entry={finishing}
          action="finish"
          title={finishing.body.title}
          label={t.proof}
          help={t.proofHelp}
          submitText={t.finish}
          onClose={() => setFinishing(null)}
        />
      )}
    </>
  )
}
