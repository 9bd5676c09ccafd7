import type { Programme } from '../programme/programme.ts'
import { checkWindow } from '../programme/window.ts'
import { TRIAL_TERMS, type TrialApplication, type TrialDesk, type TrialTerms } from './terms.ts'
import { apply, REPORT, report, select, tick } from './trial-steps.ts'

/** 新品试用: people apply, the published seed chooses among those who meet the published rule, each owes a report by a day. */
export const trial: Programme<TrialTerms, TrialDesk, TrialApplication> = {
  programme: 'trial',
  zh: '新品试用',
  en: 'Trial',
  about: {
    zh: '按公布的条件申请，名单由种子选出、人人可验算，按期交报告并自动提醒。',
    en: 'Who meets the published rule applies; a seed that can be checked chooses; reports are due by a day, with reminders.',
  },
  caseName: { zh: '申请编号', en: 'Application' },
  terms: TRIAL_TERMS,
  commands: {
    apply: { zh: '申请', en: 'Apply', needsBuyer: true, opens: 'new', fields: {}, play: apply },
    report: {
      zh: '交报告',
      en: 'Report',
      needsBuyer: false,
      opens: 'no',
      when: ['chosen', 'overdue'],
      fields: REPORT,
      play: report,
    },
    select: {
      zh: '选出试用人',
      en: 'Choose',
      needsBuyer: false,
      opens: 'none',
      seesAll: true,
      fields: {},
      play: select,
    },
  },
  statuses: {
    applied: { zh: '已申请', en: 'Applied' },
    chosen: { zh: '已选中', en: 'Chosen' },
    notChosen: { zh: '未选中', en: 'Not chosen' },
    reported: { zh: '已交报告', en: 'Reported' },
    overdue: { zh: '报告逾期', en: 'Report overdue' },
  },
  accounts: () => ({
    goods: { zh: '库存商品', en: 'Goods in stock' },
    samples: { zh: '试用品成本', en: 'Cost of samples' },
  }),
  check: checkWindow,
  start: () => ({ applications: 0, reports: 0, chosen: null }),
  tick,
  statusOf: ({ status }) => status,
  published: (terms, desk) => [
    { zh: '名额', en: 'Places', unit: 'count', value: terms.places },
    { zh: '申请人数', en: 'Applications', unit: 'count', value: desk.applications },
    { zh: '已选出', en: 'Chosen', unit: 'count', value: desk.chosen?.length ?? null },
    { zh: '已交报告', en: 'Reports', unit: 'count', value: desk.reports },
  ],
  caseFacts: ({ state }) => [
    { zh: '申请日', en: 'Applied', unit: 'day', value: state.appliedDay },
    { zh: '报告截止', en: 'Report due', unit: 'day', value: state.dueDay },
    { zh: '交报告日', en: 'Reported', unit: 'day', value: state.reportedDay },
    { zh: '已提醒次数', en: 'Reminders', unit: 'count', value: state.remindedDays.length },
  ],
  isDrawn: ({ chosen }) => chosen !== null,
}
