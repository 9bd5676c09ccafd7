import {
  AppstoreAddOutlined,
  DollarOutlined,
  GiftOutlined,
  HeartOutlined,
  RollbackOutlined,
  TagOutlined,
  TagsOutlined,
} from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const prices = { zh: '改价', en: 'Prices' }
const programmes = { zh: '营销项目', en: 'Programmes' }
const games = { zh: '玩法', en: 'Games' }
const coupons = { zh: '优惠券', en: 'Coupons' }
const sets = { zh: '组合推荐', en: 'Sets' }
const orders = { zh: '优惠订单', en: 'Promotion orders' }
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
    path: 'promotions/coupons',
    title: coupons,
    permission: 'plan:read',
    nav: [{ section: 'campaigns', to: 'promotions/coupons', title: coupons, icon: TagsOutlined }],
    load: () => import('./coupons/coupons-page.tsx'),
  },
  {
    path: 'promotions/games',
    title: games,
    permission: 'plan:read',
    nav: [{ section: 'campaigns', to: 'promotions/games', title: games, icon: GiftOutlined }],
    load: () => import('./games/games-page.tsx'),
  },
  {
    path: 'promotions/sets',
    title: sets,
    permission: 'plan:read',
    nav: [{ section: 'campaigns', to: 'promotions/sets', title: sets, icon: AppstoreAddOutlined }],
    load: () => import('./sets/sets-page.tsx'),
  },
  {
    path: 'promotions/orders',
    title: orders,
    permission: 'plan:read',
    nav: [{ section: 'campaigns', to: 'promotions/orders', title: orders, icon: RollbackOutlined }],
    load: () => import('./orders/orders-page.tsx'),
  },
  {
    path: 'promotions/programmes',
    title: programmes,
    permission: 'plan:read',
    nav: [{ section: 'campaigns', to: 'promotions/programmes', title: programmes, icon: HeartOutlined }],
    load: () => import('./programmes/list/programmes-page.tsx'),
  },
  {
    path: 'promotions/programmes/:programme',
    title: { zh: '营销项目', en: 'Programme' },
    permission: 'plan:read',
    nav: [],
    load: () => import('./programmes/one/programme-page.tsx'),
  },
  {
    path: 'promotions/prices',
    title: prices,
    permission: 'plan:read',
    nav: [{ section: 'campaigns', to: 'promotions/prices', title: prices, icon: DollarOutlined }],
    load: () => import('./prices/prices-page.tsx'),
  },
  {
    path: 'promotions/:promotion',
    title: { zh: '优惠设计', en: 'Promotion' },
    permission: 'plan:read',
    nav: [],
    load: () => import('./design/promotion-page.tsx'),
  },
]
