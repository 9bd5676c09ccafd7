import type { Chapter } from '../plan.ts'

export const CHAPTER_NAMES: Readonly<Record<Chapter, { zh: string; en: string }>> = {
  market: { zh: '市场', en: 'Market' },
  goals: { zh: '目标', en: 'Goals' },
  strategy: { zh: '策略', en: 'Strategy' },
  execution: { zh: '执行', en: 'Execution' },
  resources: { zh: '资源', en: 'Resources' },
  monitoring: { zh: '监测', en: 'Monitoring' },
}
