import type { CampaignEntry, CampaignWork } from '@zhanggui/contract'
import { Button } from 'antd'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import type { Column } from '../../../../parts/data-table.tsx'
import { campaignWords } from '../../campaign-words.ts'
import { useToday } from '../../use-today.ts'
import styles from '../campaign.module.css'
import { strings } from '../strings.ts'
import { taskStrings } from './task-strings.ts'

export type Task = CampaignEntry<'task'>

type Given = {
  work: CampaignWork | undefined
  mayWrite: boolean
  onFinish: (task: Task) => void
  onEdit: (task: Task) => void
}

/** What a task is, who answers for it, when it is due, how much it can slip. */
export function useTaskColumns(given: Given): Column<Task>[] {
  const t = useStrings(strings)
  const words = useStrings(campaignWords)
  const format = useFormat()
  const today = useToday()
  const places = new Map((given.work?.rows ?? []).map((row) => [row.id, row]))
  return [
    {
      key: 'title',
      title: t.taskName,
      render: ({ body }) => (
        <span>
          {body.title} <span className={styles.note}>{words[body.phase]}</span>
        </span>
      ),
    },
    { key: 'team', title: t.team, render: ({ body }) => words[body.team] },
    {
      key: 'accountable',
      title: t.accountable,
      render: ({ body }) => body.accountable || <span className={styles.bad}>–</span>,
    },
    {
      key: 'due',
      title: t.due,
      render: ({ body }) => (
        <span className={body.finished === null && body.dueDay < today ? styles.bad : undefined}>
          {format.shortDay(body.dueDay)}
        </span>
      ),
      sort: (a, b) => (a.body.dueDay < b.body.dueDay ? -1 : 1),
    },
    {
      key: 'slack',
      title: t.gantt,
      render: ({ id }) => {
        const place = places.get(id)
        if (!place) return null
        return place.critical ? (
          t.critical
        ) : (
          <span className={styles.note}>{t.slack(format.count(place.slackDays ?? 0))}</span>
        )
      },
    },
    { key: 'finish', title: '', render: (task) => <TaskButtons task={task} {...given} /> },
  ]
}

function TaskButtons({ task, mayWrite, onFinish, onEdit }: Given & { task: Task }) {
  const t = useStrings(strings)
  const own = useStrings(taskStrings)
  return (
    <span className={styles.inline}>
      {task.body.finished ? (
        <span className={styles.good}>{t.doneWord}</span>
      ) : (
        <Button size="small" onClick={() => onFinish(task)}>
          {t.finish}
        </Button>
      )}
      {mayWrite && (
        <Button size="small" type="text" onClick={() => onEdit(task)}>
          {own.edit}
        </Button>
      )}
    </span>
  )
}
