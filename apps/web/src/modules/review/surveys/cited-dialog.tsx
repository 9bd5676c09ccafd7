import type { Survey, SurveyAnswerList, SurveyChange } from '@zhanggui/contract'
import { Button, Modal } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { DataTable } from '../../../parts/data-table.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import { surveyStrings } from './strings.ts'
import { type SurveyAt, useCited } from './use-surveys.ts'

type Props = { at: SurveyAt; survey: Survey; change: SurveyChange; onClose: () => void }
type Answer = SurveyAnswerList['answers'][number]

const WIDTH = 860

const replyText = (reply: Answer['replies'][string] | undefined): string =>
  reply === undefined || reply === '' ? '–' : Array.isArray(reply) ? reply.join('、') : String(reply)

/** The answers that a change rests on, by number; nobody is named. */
export function CitedDialog({ at, survey, change, onClose }: Props) {
  const t = useStrings(surveyStrings)
  const format = useFormat()
  const cited = useCited(at, change.number)
  return (
    <Modal
      open
      width={WIDTH}
      title={t.citedTitle(format.count(change.cites.length))}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t.close}</Button>}
    >
      <p>{t.citedNote}</p>
      <PanelBody<SurveyAnswerList> query={cited} height={240}>
        {({ answers }) => (
          <DataTable<Answer>
            label={change.text}
            rows={answers}
            rowKey={({ number }) => String(number)}
            pageSize={10}
            columns={[
              { key: 'number', title: t.answerNumber, render: ({ number }) => String(number) },
              { key: 'day', title: t.day, render: ({ day }) => day },
              ...survey.questions.map(({ number, text }) => ({
                key: String(number),
                title: t.questionTitle(String(number), text),
                render: ({ replies }: Answer) => replyText(replies[String(number)]),
              })),
            ]}
          />
        )}
      </PanelBody>
    </Modal>
  )
}
