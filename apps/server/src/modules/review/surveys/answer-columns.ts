import type { SurveyQuestion } from '@zhanggui/analysis'
import type { AnswerColumn } from '@zhanggui/contract'

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*?？。.、:：()（）[\]【】]/g, '')

const PERSON =
  /^(昵称|买家|买家昵称|会员|会员名|用户|用户名|旺旺|手机|手机号|电话|openid|userid|user|buyer|member|phone|email|邮箱)$/
const DAY = /^(提交时间|提交答卷时间|答题时间|填写时间|日期|时间|day|date|time|submittedat)$/
const NUMBERED = /^(?:q|第)?(\d{1,3})(?:题|[、.．:：\s]|$)/i

/** The question that a header means: by its words, else by the number it begins with, as questionnaire tools write it. */
function questionOf(header: string, questions: readonly SurveyQuestion[]): number | null {
  const text = plain(header.replace(NUMBERED, ''))
  const byText = questions.find((question) => text !== '' && plain(question.text) === text)
  if (byText) return byText.number
  const number = Number(NUMBERED.exec(header.trim())?.[1] ?? Number.NaN)
  return questions.some((question) => question.number === number) ? number : null
}

/**
 * What each column of an answer file means, as far as its header says: a question, who answered, the day.
 * Shape: one entry a column, in order; a column that says nothing known is ignored.
 */
export function guessColumns(header: readonly string[], questions: readonly SurveyQuestion[]): AnswerColumn[] {
  const taken = new Set<number | string>()
  const once = (as: AnswerColumn['as']): AnswerColumn['as'] => {
    if (as === 'ignore' || !taken.has(as)) taken.add(as)
    else return 'ignore'
    return as
  }
  return header.map((text) => {
    const word = plain(text)
    if (PERSON.test(word)) return { header: text, as: once('person') }
    if (DAY.test(word)) return { header: text, as: once('day') }
    return { header: text, as: once(questionOf(text, questions) ?? 'ignore') }
  })
}
