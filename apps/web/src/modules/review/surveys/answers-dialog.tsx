import type { AnswersImported, Survey } from '@zhanggui/contract'
import { Alert, Button, Input, Modal, Upload } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import { AnswerColumns } from './answer-columns.tsx'
import { readText } from './read-text.ts'
import { RefusedAnswers } from './refused-answers.tsx'
import { surveyStrings } from './strings.ts'
import { type SurveyAt, useLookAtAnswers, useSurvey, useTakeAnswers } from './use-surveys.ts'

type Meaning = AnswersImported['columns'][number]['as']
type Props = { at: SurveyAt; onClose: () => void }

const WIDTH = 760
const ACCEPTED = '.csv,.txt,.tsv'
const NO_QUESTIONS: Survey['questions'] = []

/** A table of answers: read, shown with what each column is taken for, and only then taken in. */
export function AnswersDialog({ at, onClose }: Props) {
  const t = useStrings(surveyStrings)
  const format = useFormat()
  const questions = useSurvey(at).data?.questions ?? NO_QUESTIONS
  const [text, setText] = useState('')
  const look = useLookAtAnswers(at)
  const take = useTakeAnswers(at)
  const read = (given: string, columns?: Meaning[]) => {
    setText(given)
    take.reset()
    look.mutate({ text: given, ...(columns && { columns }) })
  }
  const seen = look.data
  const rename = (index: number, as: Meaning) =>
    seen &&
    read(
      text,
      seen.columns.map((column, i) => (i === index ? as : column.as)),
    )
  const bring = () => seen && take.mutate({ text, columns: seen.columns.map(({ as }) => as) })
  const ready = seen ? seen.rows - seen.refusedRows : 0
  return (
    <Modal
      open
      width={WIDTH}
      title={t.bringTitle}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.close}</Button>
          <Button type="primary" disabled={ready === 0 || take.isSuccess} loading={take.isPending} onClick={bring}>
            {t.take(format.count(ready))}
          </Button>
        </>
      }
    >
      <div className={stack.stack}>
        <p>{t.bringHint}</p>
        <Source text={text} busy={look.isPending} onText={setText} onRead={read} />
        {look.isError && <Problem compact error={look.error} />}
        {take.isError && <Problem compact error={take.error} />}
        {take.data && (
          <Alert
            type="success"
            showIcon
            title={t.taken(format.count(take.data.added), format.count(take.data.repeated))}
          />
        )}
        {seen && !take.data && (
          <>
            <Alert
              type={seen.refusedRows > 0 ? 'warning' : 'info'}
              showIcon
              title={t.read(format.count(seen.rows), format.count(seen.refusedRows))}
            />
            <AnswerColumns columns={seen.columns} questions={questions} onChange={rename} />
            {seen.refused.length > 0 && <RefusedAnswers refused={seen.refused} />}
          </>
        )}
      </div>
    </Modal>
  )
}

type SourceProps = { text: string; busy: boolean; onText: (text: string) => void; onRead: (text: string) => void }

function Source({ text, busy, onText, onRead }: SourceProps) {
  const t = useStrings(surveyStrings)
  return (
    <>
      <Input.TextArea
        aria-label={t.bringTitle}
        autoSize={{ minRows: 4, maxRows: 8 }}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <div style={{ display: 'flex', gap: 10 }}>
        <Button type="primary" ghost disabled={text.trim() === ''} loading={busy} onClick={() => onRead(text)}>
          {t.look}
        </Button>
        <Upload
          accept={ACCEPTED}
          showUploadList={false}
          beforeUpload={(file) => {
            void readText(file).then(onRead)
            return false
          }}
        >
          <Button>{t.file}</Button>
        </Upload>
      </div>
    </>
  )
}
