import { ratio } from '@zhanggui/kernel'
import type { SettingProblem } from '../game/game.ts'
import { problem } from '../game/settings.ts'
import { type Fact, happened, type Programme } from '../programme/programme.ts'
import { checkWindow } from '../programme/window.ts'
import { costOfPoints, countPurchases, follow, play } from './preheat-steps.ts'
import { COUNT, PLAY, PREHEAT_TERMS, type PreheatDesk, type PreheatPerson, type PreheatTerms } from './terms.ts'

const inBp = (share: number | null): number | null => (share === null ? null : Math.round(share * 10_000))

/** New people for each yuan of rewards; null while nothing was spent. */
export const acquiredPerYuan = (terms: PreheatTerms, { acquired, points }: PreheatDesk): number | null =>
  ratio(acquired * 100, costOfPoints(terms, points))

const published = (terms: PreheatTerms, desk: PreheatDesk): Fact[] => {
  const costCents = costOfPoints(terms, desk.points)
  return [
    { zh: '参与人数', en: 'People who took part', unit: 'count', value: desk.reached },
    { zh: '其中新客', en: 'Of them new', unit: 'count', value: desk.newReached, isDetail: true },
    { zh: '获得新用户（关注或入会）', en: 'New users won', unit: 'count', value: desk.acquired },
    { zh: '奖励花费', en: 'Cost of rewards', unit: 'money', value: costCents },
    { zh: '每元获得新用户', en: 'New users for each yuan', unit: 'multiple', value: acquiredPerYuan(terms, desk) },
    {
      zh: '蓄水人数在爆发期购买',
      en: 'Of them bought in the burst',
      unit: 'count',
      value: desk.bought,
      isDetail: true,
    },
    { zh: '蓄水转化率', en: 'Share that bought', unit: 'percent', value: inBp(ratio(desk.bought, desk.reached)) },
    { zh: '爆发期成交', en: 'Paid in the burst', unit: 'money', value: desk.paidCents },
    {
      zh: '每元奖励带来成交',
      en: 'Paid for each yuan',
      unit: 'multiple',
      value: ratio(desk.paidCents, costCents),
      isDetail: true,
    },
    { zh: '剩余预算', en: 'Budget left', unit: 'money', value: terms.budgetCents - costCents, isDetail: true },
    ...terms.options.map(
      ({ option, name }): Fact => ({
        zh: `“${name}”票数`,
        en: `Votes for ${name}`,
        unit: 'count',
        value: desk.votes[option] ?? 0,
        isDetail: true,
      }),
    ),
  ]
}

const checkTerms = (terms: PreheatTerms): SettingProblem[] => [
  ...checkWindow(terms),
  ...(terms.burstFromDay > terms.throughDay && terms.burstFromDay <= terms.burstThroughDay
    ? []
    : [
        problem(
          'burstFromDay',
          'bad_burst',
          '爆发期要在预热结束之后开始，且不晚于它的结束日',
          'the burst begins after the pre-heat ends, and not after its own last day',
        ),
      ]),
  ...(new Set(terms.options.map(({ option }) => option)).size === terms.options.length
    ? []
    : [problem('options', 'twice', '选项编号不能重复', 'each choice has an id of its own')]),
  ...(terms.kind === 'poll' && terms.options.length < 2
    ? [problem('options', 'no_choice', '投票至少要两个选项', 'a poll needs two choices')]
    : []),
]

/** 预热互动: a poll, a sticker topic, a small game before a burst; what it costs, whom it wins, and who of them buys in the burst. */
export const preheat: Programme<PreheatTerms, PreheatDesk, PreheatPerson> = {
  programme: 'preheat',
  zh: '预热互动',
  en: 'Pre-heat',
  about: {
    zh: '投票、贴纸话题、小游戏：奖励不超预算，看每元获得多少新用户，以及他们爆发期买了多少。愿意参与的人本来就更可能买。',
    en: 'Polls, topics, games within a budget: new users for each yuan, and what they buy in the burst. Whoever takes part was likelier to buy.',
  },
  caseName: { zh: '参与者编号', en: 'Participant' },
  terms: PREHEAT_TERMS,
  commands: {
    play: { zh: '登记参与', en: 'Takes part', needsBuyer: true, opens: 'any', fields: PLAY, play },
    follow: {
      zh: '登记关注或入会',
      en: 'Follows or joins',
      needsBuyer: false,
      opens: 'no',
      when: ['playing'],
      fields: {},
      play: follow,
    },
    countBurst: {
      zh: '计入购买',
      en: 'Count purchases',
      needsBuyer: false,
      opens: 'no',
      fields: COUNT,
      play: countPurchases,
    },
  },
  statuses: { playing: { zh: '已参与', en: 'Took part' }, following: { zh: '已关注', en: 'Follows' } },
  accounts: () => ({}),
  check: checkTerms,
  start: () => ({
    ...{ reached: 0, newReached: 0, plays: 0, points: 0 },
    ...{ followed: 0, acquired: 0, bought: 0, paidCents: 0 },
    votes: {},
  }),
  tick: ({ desk, state }) => happened({ desk, state }),
  statusOf: ({ isFollowing }) => (isFollowing ? 'following' : 'playing'),
  collects: {
    kind: 'purchases',
    command: 'countBurst',
    daysOf: ({ burstFromDay, burstThroughDay }) => ({ fromDay: burstFromDay, throughDay: burstThroughDay }),
  },
  published,
  caseFacts: ({ state }) => [
    { zh: '参与次数', en: 'Times', unit: 'count', value: state.plays },
    { zh: '已得积分', en: 'Points', unit: 'count', value: state.points },
    { zh: '爆发期成交', en: 'Paid in the burst', unit: 'money', value: state.paidCents },
  ],
  isDrawn: () => false,
}
