import { FileTextOutlined } from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const planDocument = { zh: '计划书', en: 'Plan document' }

export const reviewPages: readonly Page[] = [
  {
    path: 'review/plan-document',
    title: planDocument,
    permission: 'plan:read',
    nav: [{ section: 'planning', to: 'review/plan-document', title: planDocument, icon: FileTextOutlined }],
    load: () => import('./plan-document/document-page.tsx'),
  },
]
