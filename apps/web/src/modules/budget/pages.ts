import { WalletOutlined } from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const budget = { zh: '预算', en: 'Budget' }

export const budgetPages: readonly Page[] = [
  {
    path: 'budget',
    title: budget,
    permission: 'plan:read',
    nav: [{ section: 'planning', to: 'budget', title: budget, icon: WalletOutlined }],
    load: () => import('./budget-page.tsx'),
  },
]
