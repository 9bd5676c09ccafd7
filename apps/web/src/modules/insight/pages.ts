import {
  BookOutlined,
  DashboardOutlined,
  FundProjectionScreenOutlined,
  LineChartOutlined,
  OrderedListOutlined,
  RiseOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const cockpit = { zh: '总览', en: 'Overview' }
const metrics = { zh: '指标', en: 'Metrics' }
const forecast = { zh: '预测', en: 'Forecast' }
const season = { zh: '旺季前瞻', en: 'Season outlook' }
const ranks = { zh: '排名', en: 'Ranks' }
const explore = { zh: '探索', en: 'Explore' }
const cohorts = { zh: '同期群', en: 'Cohorts' }

export const insightPages: Page[] = [
  {
    path: 'insight',
    title: cockpit,
    permission: 'metrics:read',
    range: 'comparison',
    nav: [{ section: 'overview', to: 'insight', title: cockpit, icon: DashboardOutlined }],
    load: () => import('./cockpit/cockpit-page.tsx'),
  },
  {
    path: 'insight/metrics',
    title: metrics,
    permission: 'metrics:read',
    nav: [{ section: 'data', to: 'insight/metrics', title: metrics, icon: BookOutlined }],
    load: () => import('./dictionary/dictionary-page.tsx'),
  },
  {
    path: 'insight/explore',
    title: explore,
    permission: 'metrics:read',
    range: 'comparison',
    nav: [{ section: 'data', to: 'insight/explore', title: explore, icon: LineChartOutlined }],
    load: () => import('./explore/explore-page.tsx'),
  },
  {
    path: 'insight/cohorts',
    title: cohorts,
    permission: 'metrics:read',
    nav: [{ section: 'data', to: 'insight/cohorts', title: cohorts, icon: TeamOutlined }],
    load: () => import('./cohorts/cohort-page.tsx'),
  },
  {
    path: 'insight/forecast',
    title: forecast,
    permission: 'metrics:read',
    nav: [{ section: 'planning', to: 'insight/forecast', title: forecast, icon: FundProjectionScreenOutlined }],
    load: () => import('./forecast/forecast-page.tsx'),
  },
  {
    path: 'insight/season',
    title: season,
    permission: 'metrics:read',
    nav: [{ section: 'planning', to: 'insight/season', title: season, icon: RiseOutlined }],
    load: () => import('./season/season-page.tsx'),
  },
  {
    path: 'insight/ranks',
    title: ranks,
    permission: 'plan:read',
    nav: [
      { section: 'planning', to: 'insight/ranks', title: ranks, permission: 'metrics:read', icon: OrderedListOutlined },
    ],
    load: () => import('./ranks/ranks-page.tsx'),
  },
]
