import type { CampaignEntry, CampaignWork } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { campaignWords } from '../../campaign-words.ts'
import { useToday } from '../../use-today.ts'
import { ActDialog } from '../act-dialog.tsx'
import styles from '../campaign.module.css'
import type { CampaignProps } from '../campaign-page.tsx'
import { strings } from '../strings.ts'
import { tasksOf } from './tasks-of.ts'

type Task = CampaignEntry<'task'>

/** Every task with who answers for it, when it is due, how much it can slip, and the button that finishes it. */
export function TaskTable({
  at,
  campaign,
  work,
  showDone,
}: CampaignProps & { work: CampaignWork | undefined; showDone: boolean }) {
  const t = useStrings(strings)
  const words = useStrings(campaignWords)
  const format = useFormat()
  const today = useToday()
  const [finishing, setFinishing] = useState<Task | null>(null)
  const places = new Map((work?.rows ?? []).map((row) => [row.id, row]))
  const rows = tasksOf(campaign).filter(({ body }) => showDone || body.finished === null)
  const columns: Column<Task>[] = [
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
    {
      key: 'finish',
      title: '',
      render: (task) =>
        task.body.finished ? (
          <span className={styles.good}>{t.doneWord}</span>
        ) : (
          <Button size="small" onClick={() => setFinishing(task)}>
            {t.finish}
          </Button>
        ),
    },
  ]
  return (
    <>
      <DataTable columns={columns} rows={rows} rowKey={({ id }) => id} label={t.tasks} />
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
