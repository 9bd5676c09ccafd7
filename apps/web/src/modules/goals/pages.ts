import { AimOutlined, AuditOutlined, OrderedListOutlined, ProjectOutlined, TableOutlined } from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const plans = { zh: '年度规划', en: 'Plans' }
const goals = { zh: '目标', en: 'Goals' }
const plan = { zh: '年度规划', en: 'Plan of a year' }
const planTable = { zh: '年度计划表', en: 'Yearly table' }
const check = { zh: '体检', en: 'Plan check' }
const tasks = { zh: '任务与配合', en: 'Tasks and requests' }

export const goalsPages: readonly Page[] = [
  {
    path: 'goals/plans',
    title: plans,
    permission: 'plan:read',
    nav: [{ section: 'planning', to: 'goals/plans', title: plans, icon: ProjectOutlined }],
    load: () => import('./plans/plans-page.tsx'),
  },
  {
    path: 'goals/plans/:plan',
    title: plan,
    permission: 'plan:read',
    nav: [],
    load: () => import('./plans/plan-page.tsx'),
  },
  {
    path: 'goals/tree',
    title: goals,
    permission: 'plan:read',
    nav: [{ section: 'planning', to: 'goals/tree', title: goals, icon: AimOutlined }],
    load: () => import('./goals/goals-page.tsx'),
  },
  {
    path: 'goals/table',
    title: planTable,
    permission: 'plan:read',
    nav: [{ section: 'planning', to: 'goals/table', title: planTable, icon: TableOutlined }],
    load: () => import('./plans/table/table-page.tsx'),
  },
  {
    path: 'goals/tasks',
    title: tasks,
    permission: 'plan:read',
    nav: [{ section: 'planning', to: 'goals/tasks', title: tasks, icon: OrderedListOutlined }],
    load: () => import('./plans/tasks/tasks-page.tsx'),
  },
  {
    path: 'goals/check',
    title: check,
    permission: 'plan:read',
    nav: [{ section: 'planning', to: 'goals/check', title: check, icon: AuditOutlined }],
    load: () => import('./check/check-page.tsx'),
  },
]
