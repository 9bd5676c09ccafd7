import { PlusOutlined } from '@ant-design/icons'
import type { OverdueTask, PlanDetail, PlanTask } from '@zhanggui/contract'
import { Button, Checkbox, Tag } from 'antd'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { useStoreTimeZone } from '../../../../app/use-store-time-zone.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import type { PlanAt } from '../use-plans.ts'
import { dayOfNow } from './day-of-now.ts'
import { taskStrings } from './strings.ts'
import { TaskDrawer } from './task-drawer.tsx'
import { filterTasks, isOverdue, readTaskFilter } from './task-filter.ts'
import { TaskFilters } from './task-filters.tsx'
import styles from './task-list.module.css'
import { useOverdue } from './use-overdue.ts'
import { useProgress } from './use-progress.ts'

const NEW = 'new'

/** The tasks of a plan, filtered; one opens in a drawer. The URL names it, so that a finding leads to it. */
export function TaskList({ at, plan }: { at: PlanAt; plan: PlanDetail }) {
  const t = useStrings(taskStrings)
  const { get, set } = useSearchState()
  const mayWrite = usePermissions().includes('plan:write')
  const tasks = filterTasks(plan.tasks, readTaskFilter(get))
  const node = get('node')
  const open = plan.tasks.find(({ id }) => id === node) ?? null
  const editable = mayWrite && plan.status === 'draft'
  return (
    <>
      <div className={styles.bar}>
        <TaskFilters tasks={plan.tasks} />
        {editable && (
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => set({ node: NEW })}>
            {t.newTask}
          </Button>
        )}
      </div>
      {tasks.length === 0 ? (
        <EmptyState title={t.noTasks} text={t.noTasksText} />
      ) : (
        <TaskTable at={at} tasks={tasks} mayTick={mayWrite} onOpen={(id) => set({ node: id })} />
      )}
      {(open || (node === NEW && editable)) && (
        <TaskDrawer
          at={at}
          plan={plan}
          task={open}
          editable={editable}
          onClose={() => set({ node: null, field: null })}
        />
      )}
    </>
  )
}

type TableProps = { at: PlanAt; tasks: readonly PlanTask[]; mayTick: boolean; onOpen: (id: string) => void }

function TaskTable({ at, tasks, mayTick, onOpen }: TableProps) {
  const t = useStrings(taskStrings)
  const format = useFormat()
  const today = dayOfNow(new Date(), useStoreTimeZone())
  const progress = useProgress(at)
  const overdue = useOverdue(at)
  // What was just clicked shows at once; the answer of the server then stands for it.
  const sent = progress.isPending ? progress.variables.tasks?.[0] : undefined
  const ticked = (task: PlanTask) => (sent?.id === task.id ? (sent.done ?? task.done) : task.done)
  const columns: Column<PlanTask>[] = [
    {
      key: 'title',
      title: t.task,
      render: (task) => (
        <span className={styles.task}>
          <Checkbox
            checked={ticked(task)}
            disabled={!mayTick || progress.isPending}
            aria-label={t.doneOf(task.title)}
            onChange={(event) => progress.mutate({ tasks: [{ id: task.id, done: event.target.checked }] })}
          />
          <button type="button" className={task.done ? styles.doneTitle : styles.title} onClick={() => onOpen(task.id)}>
            {task.title}
          </button>
        </span>
      ),
    },
    { key: 'period', title: t.period, render: ({ period }) => format.period(period) },
    { key: 'side', title: t.side, render: ({ side }) => t[`side_${side}`] },
    { key: 'team', title: t.team, render: ({ team }) => t[`team_${team}`] },
    {
      key: 'owner',
      title: t.owner,
      render: ({ owner }) => owner ?? <span className={styles.missing}>{t.noOwner}</span>,
    },
    {
      key: 'due',
      title: t.due,
      render: (task) => (
        <>
          {task.dueDay ? format.longDay(task.dueDay) : '–'}{' '}
          {isOverdue(task, today) && <Late late={overdue.get(task.id)} />}
        </>
      ),
    },
  ]
  return (
    <>
      {progress.isError && <Problem compact error={progress.error} />}
      <DataTable label={t.tasks} columns={columns} rows={tasks} rowKey={({ id }) => id} />
    </>
  )
}

/** How late, who has to hear of it by now, and whether others wait. */
function Late({ late }: { late: OverdueTask | undefined }) {
  const t = useStrings(taskStrings)
  if (!late) return <Tag color="error">{t.overdue}</Tag>
  const step = { owner: t.stepOwner, team: t.stepTeam, head: t.stepHead }[late.step]
  const waiting = late.waiting.length > 0 ? ` · ${t.waitingFor(String(late.waiting.length))}` : ''
  return (
    <Tag color="error" data-step={late.step}>
      {t.lateBy(String(late.daysLate), step)}
      {waiting}
    </Tag>
  )
}
