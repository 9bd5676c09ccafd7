import type { AnswersImported, Attribution, Explanation, Survey, SurveyChange } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

/** One order a day in two provinces; in February those of 上海 are half as large again. */
function orders(): string {
  const lines = ['订单编号,总金额,买家实际支付金额,收货地址,订单创建时间,订单付款时间,退款金额']
  for (let day = Date.UTC(2026, 0, 4), n = 1; day < Date.UTC(2026, 2, 1); day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10)
    for (const [amount, place] of [
      [date < '2026-02-01' ? 100 : 150, '上海'],
      [40, '四川省'],
    ] as const)
      lines.push(`${n++},${amount},${amount},${place},${date} 10:00:00,${date} 10:05:00,0`)
  }
  return `${lines.join('\n')}\n`
}

describe('zhanggui explain and attribution', () => {
  let cli: CliHome

  beforeAll(async () => {
    cli = await createCliHome()
    await cli.json('store', 'create', 'maoyi')
    await cli.json('import', 'maoyi', await cli.write('orders.csv', orders()))
  }, 120_000)
  afterAll(() => cli.remove())

  it('names the province that made the change, and only that one as more than noise', async () => {
    const asked = ['--by', 'province', '--from', '2026-02-01', '--to', '2026-03-01']
    const answer = await cli.json<Explanation>('explain', 'maoyi', ...asked)
    expect([answer.before, answer.after]).toEqual([28 * 14_000, 28 * 19_000])
    expect(answer.parts.map((p) => [p.value, p.effect, p.isSignificant])).toEqual([
      ['上海', 28 * 5_000, true],
      ['四川', 0, false],
    ])
    expect(answer.notes.map((n) => n.code)).toEqual(['other_length', 'no_people'])
  })

  it('orders that nobody was seen on the way to are listed as such', async () => {
    const { channels, total } = await cli.json<Attribution>('attribution', 'maoyi', '--from', '2026-02-01')
    expect(channels.map((c) => [c.nameEn, c.models.last.paidCents])).toEqual([['Not tracked', total.paidCents]])
    const { stdout } = await cli.run('attribution', 'maoyi', '--returns', '--from', '2026-02-01')
    expect(stdout).toContain('下期建议')
  })

  it('[P14.15] a survey from the shell: questions, answers, and a change of next year that cites them', async () => {
    const table =
      '调研编号,题号,题目,题型,选项,关于,选项是改进方向\ny26,1,最希望改进什么,多选,物流慢|尺码不准,履约与供应,是\n'
    const made = ['--name', '年度调研', '--year', '2026', '--questions', await cli.write('questions.csv', table)]
    await cli.json('survey', 'create', 'maoyi', 'y26', ...made)
    const rows = Array.from({ length: 30 }, (_, i) => `u${i},${i < 20 ? '物流慢' : '尺码不准'}`)
    const file = await cli.write('answers.csv', `昵称,最希望改进什么\n${rows.join('\n')}\n`)
    const preview = await cli.json<AnswersImported>('survey', 'import', 'maoyi', 'y26', file, '--preview')
    expect(preview).toMatchObject({ rows: 30, added: 0, refusedRows: 0 })
    expect(await cli.json('survey', 'import', 'maoyi', 'y26', file)).toMatchObject({ added: 30 })
    const asked = ['--question', '1', '--option', '物流慢', '--text', '加开夜班']
    expect((await cli.json<SurveyChange>('survey', 'plan', 'maoyi', 'y26', ...asked)).cites).toHaveLength(20)
    const { changes, proposed } = await cli.json<Survey>('survey', 'show', 'maoyi', 'y26')
    expect([changes.map(({ text }) => text), proposed.map(({ option }) => option)]).toEqual([
      ['加开夜班'],
      ['尺码不准'],
    ])
    expect((await cli.run('survey', 'show', 'maoyi', 'y26')).stdout).toContain('已列入：加开夜班（20 份答卷）')
    expect((await cli.run('survey', 'list', 'maoyi')).stdout).toContain('年度调研')
  })
})
