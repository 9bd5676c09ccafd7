import type { SurveyQuestionAnswers } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { DataTable } from '../../../parts/data-table.tsx'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import { BoundedShare, boundsText } from './bounded-share.tsx'
import { surveyStrings } from './strings.ts'

/** One question with everything that was answered to it. */
export function QuestionCard({ question }: { question: SurveyQuestionAnswers }) {
  const t = useStrings(surveyStrings)
  const format = useFormat()
  const { number, text, answered, goal, kind } = question
  const people = format.count(answered)
  return (
    <Card
      title={t.questionTitle(String(number), text)}
      note={goal === null ? t.answered(people) : t.answeredGoal(people, String(goal))}
    >
      {answered === 0 ? (
        <p>{t.nobody}</p>
      ) : kind === 'scale' ? (
        <Mean question={question} />
      ) : kind === 'text' ? (
        <Words question={question} />
      ) : (
        <Options question={question} />
      )}
    </Card>
  )
}

function Options({ question }: { question: SurveyQuestionAnswers }) {
  const t = useStrings(surveyStrings)
  const format = useFormat()
  return (
    <DataTable
      label={question.text}
      rows={question.options}
      rowKey={({ option }) => option}
      columns={[
        { key: 'option', title: t.option, render: ({ option }) => option },
        { key: 'answers', title: t.answers, numeric: true, render: ({ answers }) => format.count(answers.length) },
        {
          key: 'share',
          title: t.share,
          numeric: true,
          render: ({ share }) => <BoundedShare share={share} format={format} />,
        },
        { key: 'bounds', title: t.bounds, numeric: true, render: ({ share }) => boundsText(share, format) },
      ]}
    />
  )
}

/** Scores are read with one decimal: a mean of answers is no finer. */
const score = (value: number | null): string => (value === null ? '–' : value.toFixed(1))

function Mean({ question: { mean, goal, text } }: { question: SurveyQuestionAnswers }) {
  const t = useStrings(surveyStrings)
  if (mean === null) return null
  const isBelow = goal !== null && mean.high !== null && mean.high < goal
  return (
    <FigureStrip label={text}>
      <FigureTile label={t.mean} value={score(mean.value)} exact={mean.value} tone={isBelow ? 'warn' : undefined}>
        <FigureWords>
          {t.bounds} {score(mean.low)} – {score(mean.high)}
        </FigureWords>
      </FigureTile>
    </FigureStrip>
  )
}

function Words({ question: { issues, quotes } }: { question: SurveyQuestionAnswers }) {
  const t = useStrings(surveyStrings)
  const language = useLanguage()
  const named = issues.map((issue) => `${nameOf(issue, language)} ${issue.answers.length}`)
  return (
    <>
      {named.length > 0 && (
        <p>
          {t.issues}：{named.join(' · ')}
        </p>
      )}
      <ul aria-label={t.quotes}>
        {quotes.map(({ answer, text }) => (
          <li key={answer}>
            {text}（{t.answerNumber} {answer}）
          </li>
        ))}
      </ul>
    </>
  )
}
