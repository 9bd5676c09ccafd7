import { figure, type SurveyChangeFact } from '@zhanggui/report'
import { readSurvey } from '../../surveys/read-survey.ts'
import { readSurveyHeads } from '../../surveys/read-survey-rows.ts'
import { type Gathering, mayReadPlans, recordRef } from './gathering.ts'

/** What the surveys of the report's year change in the next, each with the answers that ask for it (P14.15). */
export async function gatherSurveyed(given: Gathering): Promise<SurveyChangeFact[]> {
  const { context, store, period } = given
  if (!mayReadPlans(given)) return []
  const heads = await readSurveyHeads(context, store.id)
  const facts: SurveyChangeFact[] = []
  for (const head of heads.filter(({ year }) => year === Number(period.from.slice(0, 4)))) {
    const { changes, questions } = await readSurvey(context, { store: store.id, survey: head.code })
    for (const { text, area, priority, question, option, cites } of changes) {
      const of = questions.find(({ number }) => number === question)?.answered ?? 0
      const share = figure(of === 0 ? null : cites.length / of, 'ratio', recordRef('surveys', head.code))
      facts.push({ survey: head.name, question, option, area, priority, text, cites: cites.length, of, share })
    }
  }
  return facts
}
