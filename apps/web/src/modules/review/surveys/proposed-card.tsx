import type { ProposedSurveyChange, Survey } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { basisText } from './basis-text.ts'
import { BoundedShare } from './bounded-share.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { surveyStrings } from './strings.ts'
import type { SurveyAt } from './use-surveys.ts'

/** What answers ask for and nobody has decided on yet, most wanted first. */
export function ProposedCard({ at, survey }: { at: SurveyAt; survey: Survey }) {
  const t = useStrings(surveyStrings)
  const [chosen, setChosen] = useState<ProposedSurveyChange | null>(null)
  return (
    <Card title={t.proposedTitle} note={t.proposedNote}>
      {survey.proposed.length === 0 ? (
        <EmptyState title={t.noProposed} text={t.noProposedText} />
      ) : (
        <Proposals survey={survey} onChoose={setChosen} />
      )}
      {chosen && <ChangeDialog at={at} proposed={chosen} onClose={() => setChosen(null)} />}
    </Card>
  )
}

type Props = { survey: Survey; onChoose: (change: ProposedSurveyChange) => void }

function Proposals({ survey, onChoose }: Props) {
  const t = useStrings(surveyStrings)
  const format = useFormat()
  const mayWrite = usePermissions().includes('plan:write')
  const kindOf = (number: number) => survey.questions.find((question) => question.number === number)?.kind
  return (
    <DataTable
      label={t.proposedTitle}
      rows={survey.proposed}
      rowKey={({ question, option }) => `${question}/${option}`}
      columns={[
        { key: 'basis', title: t.basis, render: (row) => basisText(row, kindOf(row.question), t) },
        { key: 'cites', title: t.cites, numeric: true, render: ({ cites }) => format.count(cites.length) },
        {
          key: 'share',
          title: t.share,
          numeric: true,
          render: ({ share }) => <BoundedShare share={share} format={format} />,
        },
        { key: 'area', title: t.area, render: ({ area }) => t[area] },
        { key: 'priority', title: t.priority, render: ({ priority }) => t[priority] },
        {
          key: 'plan',
          title: '',
          render: (row) =>
            mayWrite && (
              <Button size="small" type="primary" onClick={() => onChoose(row)}>
                {t.plan}
              </Button>
            ),
        },
      ]}
    />
  )
}
