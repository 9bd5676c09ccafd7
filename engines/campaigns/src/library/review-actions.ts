import type { PhaseAction } from './phase-action.ts'

/** 复盘: what came out, and what next time does differently. Source: D4. */
export const REVIEW_ACTIONS: readonly PhaseAction[] = [
  {
    id: 'reviewMeeting',
    phase: 'review',
    titleZh: '复盘会',
    titleEn: 'Review meeting',
    team: 'operations',
    edge: 'start',
    day: 2,
    workdays: 1,
    deliverableZh: '会议纪要',
    deliverableEn: 'Minutes',
  },
  {
    id: 'lessons',
    phase: 'review',
    titleZh: '经验归档，更新模板',
    titleEn: 'File the lessons, change the template',
    team: 'operations',
    edge: 'end',
    day: 0,
    workdays: 2,
    dependsOn: ['reviewMeeting'],
    deliverableZh: '经验清单',
    deliverableEn: 'List of lessons',
  },
]
