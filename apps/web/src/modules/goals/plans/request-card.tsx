import type { MerchantRequestState } from '@zhanggui/contract'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import { homeStrings } from './home-strings.ts'
import styles from './request-card.module.css'
import type { PlanAt } from './use-plans.ts'
import { useRequests } from './use-requests.ts'

const HEIGHT = 120

const COLOURS = { asked: 'processing', answered: 'default', delivered: 'success', refused: 'error' } as const

/** What the merchant was asked for in this plan and what they said; what is late is late for both sides. */
export function RequestCard({ at }: { at: PlanAt }) {
  const t = useStrings(homeStrings)
  const requests = useRequests(at.store)
  const [answering, setAnswering] = useState<MerchantRequestState | null>(null)
  const own = (requests.data ?? []).filter(({ plan }) => plan === at.plan)
  if (requests.data && own.length === 0) return null
  return (
    <>
      <Panel<MerchantRequestState[]>
        title={t.merchantRequests}
        note={t.merchantRequestsNote}
        query={requests}
        height={HEIGHT}
      >
        {() => <RequestTable requests={own} onAnswer={setAnswering} />}
      </Panel>
      {answering && <AnswerDialog store={at.store} request={answering} onClose={() => setAnswering(null)} />}
    </>
  )
}

type TableProps = { requests: readonly MerchantRequestState[]; onAnswer: (request: MerchantRequestState) => void }

function RequestTable({ requests, onAnswer }: TableProps) {
  const t = useStrings(homeStrings)
  const format = useFormat()
  const permissions = usePermissions()
  const mayAnswer = permissions.includes('plan:confirm') && !permissions.includes('plan:write')
  const columns: Column<MerchantRequestState>[] = [
    { key: 'text', title: t.request, render: ({ text }) => text },
    {
      key: 'state',
      title: t.state,
      render: ({ state, lateDays }) => (
        <span className={styles.state}>
          <Tag color={COLOURS[state]}>{t[`state_${state}`]}</Tag>
          {lateDays > 0 && <Tag color="error">{t.late(format.count(lateDays))}</Tag>}
        </span>
      ),
    },
    { key: 'due', title: t.due, render: ({ dueDay }) => (dueDay ? format.longDay(dueDay) : '–') },
    {
      key: 'answer',
      title: t.answer,
      render: ({ answer, evidence }) => <Answer answer={answer} evidence={evidence} />,
    },
  ]
  if (mayAnswer)
    columns.push({
      key: 'actions',
      title: t.actions,
      render: (request) =>
        request.state === 'asked' && (
          <Button size="small" onClick={() => onAnswer(request)} aria-label={`${t.reply} ${request.text}`}>
            {t.reply}
          </Button>
        ),
    })
  return (
    <DataTable label={t.merchantRequests} columns={columns} rows={requests} rowKey={({ id }) => id} pageSize={20} />
  )
}

function Answer({ answer, evidence }: { answer: string | null; evidence: string | null }) {
  if (answer === null) return <>–</>
  return (
    <span className={styles.answer}>
      {answer}
      {evidence && <span className={styles.evidence}>{evidence}</span>}
    </span>
  )
}
