import type {
  AnswersImported,
  ErasureReport,
  ReportView,
  Survey,
  SurveyAnswerList,
  SurveyList,
} from '@zhanggui/contract'
import { isFigure } from '@zhanggui/report'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { surveyAnswers } from '../../../src/modules/review/surveys/schema.ts'
import { openTestApp } from '../../support/test-app.ts'
import { createTestClock, type TestContext } from '../../support/test-context.ts'
import { addPerson, type Person } from '../../support/test-people.ts'
import { insertFacts } from '../insight/insert-facts.ts'

const STORE = '/v1/stores/alpha'
const SURVEY = `${STORE}/review/surveys/year-2026`
const clock = createTestClock('2026-11-20T02:00:00.000Z')

let context: TestContext
let app: FastifyInstance
let owner: Person

const QUESTIONS = [
  {
    number: 1,
    text: '最希望改进什么？',
    kind: 'multiple',
    options: '物流慢|尺码不准\n包装',
    area: 'logistics',
    improves: true,
  },
  { number: 2, text: '愿意推荐给朋友吗（0–10）', kind: 'scale', area: 'content', goal: 8 },
  { number: 3, text: '还想说什么', kind: 'text', area: 'content' },
]

/** Forty people: every one misses quick dispatch, every fourth the right size too; one leaves a phone number in their words. */
const ANSWERS = [
  '提交时间,昵称,1、最希望改进什么？,2.愿意推荐给朋友吗（0–10）,还想说什么,来源',
  ...Array.from({ length: 40 }, (_, i) =>
    [
      '2026/11/05 10:00',
      `buyer-${i}`,
      i % 4 === 0 ? '物流慢┋尺码不准' : '物流慢',
      i % 2 === 0 ? '6' : '7分',
      i === 0 ? '发货太慢，打我 13812345678' : '',
      '短信',
    ].join(','),
  ),
].join('\n')

async function send<T>(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, who: Person = owner) {
  const answer = await who({ method, url, ...(payload && { payload }) })
  return { status: answer.statusCode, body: (answer.body === '' ? null : answer.json()) as T }
}
const read = async (): Promise<Survey> => (await send<Survey>('GET', SURVEY)).body
const bring = (payload: object) => send<AnswersImported>('POST', `${SURVEY}/answers`, payload)

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({ stores: ['alpha', 'beta'], clock }))
  const add = (resource: string, data: object) => send('POST', `${STORE}/resources/${resource}`, { data })
  expect((await add('surveys', { code: 'year-2026', name: '2026 年用户调研', year: 2026, invited: 400 })).status).toBe(
    201,
  )
  expect(await bring({ text: ANSWERS })).toMatchObject({
    status: 409,
    body: { error: { code: 'survey_without_questions' } },
  })
  for (const question of QUESTIONS)
    expect((await add('surveyQuestions', { survey: 'year-2026', ...question })).status).toBe(201)
  const line = { store: 'alpha', order_id: '1', line_id: '1', created_day: '2026-11-01', paid_day: '2026-11-01' }
  await insertFacts(context, 'order_lines', [{ ...line, buyer: 1, gmv_cents: 100, paid_cents: 100 }])
})
afterAll(() => app.close())

test('[P14.15] columns are recognised by their headers before anything is stored; what is not known is left out', async () => {
  const { body } = await bring({ text: ANSWERS, preview: true })
  expect(body.columns.map(({ as }) => as)).toEqual(['day', 'person', 1, 2, 3, 'ignore'])
  expect(body).toMatchObject({ rows: 40, added: 0, refusedRows: 0 })
  expect((await read()).answers).toBe(0)
})

test('[P14.15] a row that answers what was not asked is refused with line, column and value; the others are taken in', async () => {
  const text = '昵称,最希望改进什么,愿意推荐给朋友吗（0–10）\nx1,物流慢,9\nx2,太贵,9\nx3,包装,很好\nx4,,'
  const { body } = await bring({ text, preview: true })
  expect(body.refused).toEqual([
    { code: 'unknown_option', line: 3, column: '最希望改进什么', value: '太贵' },
    { code: 'unreadable_score', line: 4, column: '愿意推荐给朋友吗（0–10）', value: '很好' },
    { code: 'no_answer', line: 5, column: '', value: '' },
  ])
  const wrong = await bring({ text: 'a,b\n1,2' })
  expect(wrong).toMatchObject({ status: 422, body: { error: { code: 'unreadable_file' } } })
})

test('[P14.15] personal data goes at the door, and the same people count once', async () => {
  expect((await bring({ text: ANSWERS })).body).toMatchObject({ added: 40, repeated: 0, refusedRows: 0 })
  expect((await bring({ text: ANSWERS })).body).toMatchObject({ added: 0, repeated: 40 })
  const stored = JSON.stringify(await context.records.db.select().from(surveyAnswers))
  expect(stored).not.toMatch(/buyer-\d|13812345678/)
  expect(stored).toContain('打我 ***')
})

test('[P14.15] answers have their shares with bounds, and what many want is proposed with the answers that ask for it', async () => {
  const survey = await read()
  const [first, second, third] = survey.questions
  expect(first?.options.map(({ option, share, answers }) => [option, share?.rate, answers.length])).toEqual([
    ['物流慢', 1, 40],
    ['尺码不准', 0.25, 10],
    ['包装', 0, 0],
  ])
  expect(second?.mean).toMatchObject({ value: 6.5 })
  expect(third?.issues.map(({ id, answers }) => [id, answers])).toEqual([['slowDispatch', [1]]])
  expect(survey.proposed.map(({ question, option, cites }) => [question, option, cites.length])).toEqual([
    [1, '物流慢', 40],
    [2, null, 40],
    [1, '尺码不准', 10],
  ])
})

test('[P14.15] each planned change cites answers that ask for it; one that nobody asked for is refused', async () => {
  const change = { text: '大促期间加开夜班发货', question: 1, option: '尺码不准', priority: 'high' }
  const made = await send<Survey['changes'][number]>('POST', `${SURVEY}/changes`, change)
  expect(made).toMatchObject({ status: 201, body: { area: 'logistics' } })
  const cited = await send<SurveyAnswerList>('GET', `${SURVEY}/answers?change=${made.body.number}`)
  expect(cited.body.total).toBe(10)
  expect(cited.body.answers.every(({ replies }) => (replies['1'] as string[]).includes('尺码不准'))).toBe(true)
  for (const payload of [
    { ...change, option: '包装' },
    { ...change, answers: [999] },
    { text: '听说的', question: 3 },
  ])
    expect(await send('POST', `${SURVEY}/changes`, payload)).toMatchObject({
      status: 400,
      body: { error: { code: 'change_without_answers' } },
    })
  expect((await send('POST', `${SURVEY}/changes`, { ...change, question: 9 })).status).toBe(404)
  expect((await read()).proposed.map(({ option }) => option)).toEqual(['物流慢', null])
})

test('[P14.15] next year’s outline holds the change, how many ask for it, and leads to the survey; dropped, it is gone', async () => {
  const rowsOf = async () => {
    const { body } = await send<ReportView>('GET', `${STORE}/reports/next-year/2026`)
    return body.document.chapters.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map(({ cells }) => cells) : [])),
    )
  }
  const row = (await rowsOf()).find((cells) => cells.includes('大促期间加开夜班发货'))
  expect(row?.filter((cell) => typeof cell === 'string')).toEqual([
    '履约与供应',
    '大促期间加开夜班发货',
    '高',
    '《2026 年用户调研》第 1 题：40 人里 10 人选“尺码不准”',
  ])
  const share = row?.findLast((cell) => isFigure(cell as never))
  expect(share).toMatchObject({ value: 0.25, ref: { kind: 'record', resource: 'surveys', id: 'year-2026' } })
  expect((await send('DELETE', `${SURVEY}/changes/1`)).status).toBe(204)
  expect((await send('DELETE', `${SURVEY}/changes/1`)).status).toBe(404)
  expect((await rowsOf()).some((cells) => cells.includes('大促期间加开夜班发货'))).toBe(false)
})

test('[P13.09] whoever is forgotten still counts in the shares, without name and words', async () => {
  const { status } = await send<ErasureReport>('POST', `${STORE}/people/erase`, {
    identifiers: ['buyer-0'],
    reason: '本人要求',
  })
  expect(status).toBe(200)
  const survey = await read()
  expect(survey.questions[0]?.options[1]?.answers).toHaveLength(10)
  expect(survey.questions[2]?.quotes).toEqual([])
  expect((await bring({ text: ANSWERS })).body).toMatchObject({ added: 0, repeated: 40 })
  expect(JSON.stringify(await context.records.db.select().from(surveyAnswers))).not.toContain('***')
})

test('only this shop’s surveys, and only for whoever may see the plan and bring data in', async () => {
  const { body } = await send<SurveyList>('GET', '/v1/stores/beta/review/surveys')
  expect(body.surveys).toEqual([])
  expect((await send('GET', '/v1/stores/beta/review/surveys/year-2026')).status).toBe(404)
  const content = await addPerson(app, owner, { store: 'alpha', role: 'content' })
  expect((await send('POST', `${SURVEY}/answers`, { text: ANSWERS }, content)).status).toBe(403)
  expect((await send('POST', `${SURVEY}/changes`, { text: 'x', question: 1 }, content)).status).toBe(403)
})
