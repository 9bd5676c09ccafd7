import { type Block, figure, type Sentence } from '../document.ts'
import type { Section } from '../library/report-kind.ts'
import { metricName, numberOf, queryRef, say, type Telling } from '../library/telling.ts'
import { askOver, headed, paragraphOf, ratioCell } from './write.ts'

const list = (items: readonly string[]): string => (items.length === 0 ? '–' : items.join('、'))
const lastDay = (to: string): string => new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

function targetSentence(telling: Telling): Sentence[] {
  const { campaign } = telling.facts
  const answer = telling.answers.get('campaign')
  const paid = answer ? numberOf(answer.totals, 'paid') : null
  const target = campaign?.target.value ?? null
  if (!campaign || !answer || paid === null || target === null || target === 0) return []
  const actual = figure(paid, 'money', queryRef(answer.ask, ['paid']))
  const gap = paid - target
  return [
    {
      pieces: [
        say(telling, '活动目标 ', 'Target '),
        campaign.target,
        say(telling, '，完成 ', ', done '),
        actual,
        say(telling, '，完成率 ', ', which is '),
        ratioCell(actual, campaign.target),
        gap >= 0 ? say(telling, '，超出 ', ', above it by ') : say(telling, '，还差 ', ', short of it by '),
        figure(Math.abs(gap), 'money', campaign.target.ref),
        say(telling, '。', '.'),
      ],
    },
  ]
}

/** What a campaign was meant to be, and whether it brought what it was to bring. */
export const CAMPAIGN_BRIEF: Section = {
  needs: ['campaign'],
  asks: (period) => ({ campaign: { ...askOver(period, { metrics: ['paid'] }) } }),
  write(telling): Block[] {
    const { campaign } = telling.facts
    if (!campaign) return []
    const lines: [string, string][] = [
      [say(telling, '时间', 'Days'), `${campaign.from} – ${lastDay(campaign.to)}`],
      [say(telling, '主题', 'Theme'), campaign.theme || '–'],
      [say(telling, '玩法', 'Mechanics'), list(campaign.mechanics)],
      [say(telling, '渠道', 'Channels'), list(campaign.channels)],
    ]
    return headed(
      telling,
      ['活动与目标', 'The campaign and its target'],
      [
        ...paragraphOf(...targetSentence(telling)),
        {
          kind: 'table',
          title: say(telling, '活动', 'Campaign'),
          columns: [
            { title: say(telling, '项', 'What'), align: 'left', width: 2 },
            { title: say(telling, '内容', 'Content'), align: 'left', width: 8 },
          ],
          rows: lines.map((cells) => ({ cells })),
        },
        ...(campaign.review ? [{ kind: 'author' as const, text: campaign.review }] : []),
      ],
    )
  },
}

/** Hero goods of a campaign: what each sold, of everything sold. */
export const HERO_GOODS: Section = {
  needs: ['campaign'],
  asks: (period) => ({
    items: askOver(period, { metrics: ['paid', 'unitsSold', 'buyers'], by: ['item'], limit: 5000 }),
  }),
  write(telling): Block[] {
    const heroes = telling.facts.campaign?.heroItems ?? []
    const answer = telling.answers.get('items')
    if (heroes.length === 0 || !answer?.range) return []
    const rows = new Map(answer.rows.map((row) => [String(row.item ?? ''), row]))
    const whole = numberOf(answer.totals, 'paid')
    const ref = queryRef(answer.ask)
    return headed(
      telling,
      ['主推商品', 'Hero goods'],
      [
        {
          kind: 'table',
          title: say(telling, '主推商品的成交', 'What hero goods sold'),
          columns: [
            { title: say(telling, '商品', 'Item'), align: 'left', width: 5 },
            { title: metricName(telling, 'paid'), align: 'right', width: 3 },
            { title: say(telling, '占全部', 'Of all'), align: 'right', width: 2 },
            { title: metricName(telling, 'unitsSold'), align: 'right', width: 2 },
            { title: metricName(telling, 'buyers'), align: 'right', width: 2 },
          ],
          rows: heroes.map((id) => {
            const row = rows.get(id) ?? { paid: 0, unitsSold: 0, buyers: 0 }
            const paid = figure(numberOf(row, 'paid'), 'money', ref)
            return {
              cells: [
                answer.labels.item?.[id] ?? id,
                paid,
                ratioCell(paid, figure(whole, 'money', ref)),
                figure(numberOf(row, 'unitsSold'), 'count', ref),
                figure(numberOf(row, 'buyers'), 'count', ref),
              ],
            }
          }),
        },
      ],
    )
  },
}

/** The period's campaigns side by side: target, result, conversion, buyers who came back. */
export const CAMPAIGN_LIST: Section = {
  needs: ['campaigns'],
  write(telling): Block[] {
    const found = telling.facts.campaigns ?? []
    if (found.length === 0) return []
    return headed(
      telling,
      ['活动一览', 'Campaigns'],
      [
        {
          kind: 'table',
          title: say(telling, '活动成绩', 'What campaigns brought'),
          columns: [
            { title: say(telling, '活动', 'Campaign'), align: 'left', width: 4 },
            { title: say(telling, '时间', 'Days'), align: 'left', width: 4 },
            { title: say(telling, '目标', 'Target'), align: 'right', width: 3 },
            { title: metricName(telling, 'paid'), align: 'right', width: 3 },
            {
              title: say(telling, '完成率', 'Done'),
              align: 'right',
              width: 2,
              formula: { kind: 'ratio', over: 3, under: 2 },
            },
            { title: metricName(telling, 'cvr'), align: 'right', width: 2 },
            { title: say(telling, '复购率', 'Came back'), align: 'right', width: 2 },
          ],
          rows: found.map(({ name, from, to, target, paid, cvr, repurchase }) => ({
            cells: [name, `${from} – ${lastDay(to)}`, target, paid, ratioCell(paid, target), cvr, repurchase],
          })),
        },
      ],
    )
  },
}
