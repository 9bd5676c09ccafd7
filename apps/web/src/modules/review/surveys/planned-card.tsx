import type { Survey, SurveyChange } from '@zhanggui/contract'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import link from '../../../parts/link.module.css'
import { Problem } from '../../../parts/problem.tsx'
import { basisText } from './basis-text.ts'
import { CitedDialog } from './cited-dialog.tsx'
import { surveyStrings } from './strings.ts'
import { type SurveyAt, useDropChange } from './use-surveys.ts'

type Props = { at: SurveyAt; survey: Survey }

/** Changes that are in next year's outline, each with the answers it rests on. */
export function PlannedCard({ at, survey }: Props) {
  const t = useStrings(surveyStrings)
  const outline = `/stores/${encodeURIComponent(at.store)}/review/reports/next-year/${survey.year}`
  return (
    <Card
      title={t.plannedTitle(String(survey.year + 1))}
      note={t.plannedNote}
      extra={
        <Link className={link.link} to={outline}>
          {t.outline}
        </Link>
      }
    >
      {survey.changes.length === 0 ? (
        <EmptyState title={t.noPlanned} text={t.noPlannedText} />
      ) : (
        <Changes at={at} survey={survey} />
      )}
    </Card>
  )
}

function Changes({ at, survey }: Props) {
  const t = useStrings(surveyStrings)
  const format = useFormat()
  const mayWrite = usePermissions().includes('plan:write')
  const drop = useDropChange(at)
  const [cited, setCited] = useState<SurveyChange | null>(null)
  const kindOf = (number: number) => survey.questions.find((question) => question.number === number)?.kind
  return (
    <>
      {drop.isError && <Problem compact error={drop.error} />}
      <DataTable
        label={t.planned}
        rows={survey.changes}
        rowKey={({ number }) => String(number)}
        columns={[
          { key: 'text', title: t.change, render: ({ text }) => text },
          { key: 'area', title: t.area, render: ({ area }) => t[area] },
          { key: 'priority', title: t.priority, render: ({ priority }) => t[priority] },
          { key: 'basis', title: t.basis, render: (row) => basisText(row, kindOf(row.question), t) },
          {
            key: 'cites',
            title: t.cites,
            render: (row) => (
              <Button size="small" type="link" onClick={() => setCited(row)}>
                {t.citing(format.count(row.cites.length))}
              </Button>
            ),
          },
          {
            key: 'drop',
            title: '',
            render: ({ number }) =>
              mayWrite && (
                <Popconfirm
                  title={t.dropSure}
                  okText={t.drop}
                  cancelText={t.cancel}
                  onConfirm={() => drop.mutate(number)}
                >
                  <Button size="small">{t.drop}</Button>
                </Popconfirm>
              ),
          },
        ]}
      />
      {cited && <CitedDialog at={at} survey={survey} change={cited} onClose={() => setCited(null)} />}
    </>
  )
}
