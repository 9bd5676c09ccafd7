import { TagOutlined } from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const promotions = { zh: '优惠', en: 'Promotions' }

export const promotionsPages: readonly Page[] = [
  {
    path: 'promotions',
    title: promotions,
    permission: 'plan:read',
    nav: [{ section: 'campaigns', to: 'promotions', title: promotions, icon: TagOutlined }],
    load: () => import('./list/promotions-page.tsx'),
  },
  {
    path: 'promotions/:promotion',
    title: { zh: '优惠设计', en: 'Promotion' },
    permission: 'plan:read',
    nav: [],
    load: () => import('./design/promotion-page.tsx'),
  },
]
