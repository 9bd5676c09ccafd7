import { type Block, figure } from '@zhanggui/report'
import { EVENT_NAMES } from './names.ts'
import { authorBlocks, dayRange, missing, paragraph, plain, planRef, type Writing, wordsOf } from './write.ts'

const listed = (items: readonly string[]): string => (items.length === 0 ? '–' : items.join('、'))

/** Sales goals of promotion days and of the rest of the year, side by side (P2.10). */
function setsSentence(writing: Writing): Block[] {
  const t = wordsOf(writing)
  const of = (set: 'promo' | 'daily') =>
    writing.plan.goals.find(({ set: own, metric, target }) => own === set && metric === 'paid' && target !== null)
  const [promo, daily] = [of('promo'), of('daily')]
  if (!promo || !daily) return []
  return [
    paragraph(
      plain(
        t('大促目标 ', 'Big promotions are to bring '),
        figure(promo.target, 'money', planRef('goals', promo.id, 'target')),
        t('，日销目标 ', ', daily operation '),
        figure(daily.target, 'money', planRef('goals', daily.id, 'target')),
        t('。', '.'),
      ),
    ),
  ]
}

/** 策略: the year's occasions and themes, with what each is built of. */
export function strategyChapter(writing: Writing): Block[] {
  const t = wordsOf(writing)
  const { events } = writing.plan
  const themed = events.toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : a.fromDay > b.fromDay ? 1 : 0))
  const author = authorBlocks(writing, 'strategy')
  const table: Block[] =
    themed.length === 0
      ? missing(
          writing,
          '还没有活动与主题。请在 规划 → 日历 里加入平台活动、主题与店铺活动。',
          'There are no campaigns or themes yet. Add them under Planning → Calendar.',
          planRef('events'),
        )
      : [
          {
            kind: 'table',
            title: t('活动与主题', 'Campaigns and themes'),
            columns: [
              { title: t('活动', 'Campaign'), align: 'left', width: 3 },
              { title: t('类型', 'Kind'), align: 'left', width: 2 },
              { title: t('日期', 'Days'), align: 'left', width: 3 },
              { title: t('主题', 'Theme'), align: 'left', width: 3 },
              { title: t('玩法', 'Mechanics'), align: 'left', width: 3 },
              { title: t('渠道', 'Channels'), align: 'left', width: 3 },
            ],
            rows: themed.map((event) => ({
              cells: [
                event.name,
                t(...EVENT_NAMES[event.kind]),
                dayRange(event.fromDay, event.toDay),
                event.theme || '–',
                listed(event.mechanics),
                listed(event.channels),
              ],
            })),
          },
        ]
  const lack =
    author.length === 0
      ? missing(
          writing,
          '作者还没有写策略。请在计划的“策略”一章写下打法与取舍。',
          'The author has not written the strategy yet.',
          planRef('header', null, 'strategy'),
        )
      : []
  return [...author, ...lack, ...setsSentence(writing), ...table]
}
