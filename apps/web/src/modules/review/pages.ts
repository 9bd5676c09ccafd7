import { BookOutlined, FileTextOutlined, ReadOutlined } from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const planDocument = { zh: '计划书', en: 'Plan document' }
const reports = { zh: '报告', en: 'Reports' }
const archive = { zh: '知识', en: 'Archive' }

export const reviewPages: readonly Page[] = [
  {
    path: 'review/plan-document',
    title: planDocument,
    permission: 'plan:read',
    nav: [{ section: 'planning', to: 'review/plan-document', title: planDocument, icon: FileTextOutlined }],
    load: () => import('./plan-document/document-page.tsx'),
  },
  {
    path: 'review',
    title: reports,
    permission: 'plan:read',
    nav: [{ section: 'review', to: 'review', title: reports, icon: ReadOutlined }],
    load: () => import('./library/reports-page.tsx'),
  },
  {
    path: 'review/reports/:report/:period',
    title: { zh: '报告', en: 'Report' },
    permission: 'plan:read',
    nav: [],
    load: () => import('./reports/report-page.tsx'),
  },
  {
    path: 'review/figure',
    title: { zh: '数字的来源', en: 'Behind a figure' },
    permission: 'plan:read',
    nav: [],
    load: () => import('./figure/figure-page.tsx'),
  },
  {
    path: 'review/compare',
    title: { zh: '活动对比', en: 'Two campaigns' },
    permission: 'plan:read',
    nav: [],
    load: () => import('./compare/compare-page.tsx'),
  },
  {
    path: 'review/archive',
    title: archive,
    permission: 'plan:read',
    nav: [{ section: 'review', to: 'review/archive', title: archive, icon: BookOutlined }],
    load: () => import('./archive/archive-page.tsx'),
  },
]
