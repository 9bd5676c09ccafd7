import {
  DashboardOutlined,
  RocketOutlined,
  SafetyCertificateOutlined,
  ShoppingOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const orders = { zh: '订单', en: 'Orders' }
const launches = { zh: '首发与限量', en: 'Launches' }
const load = { zh: '压测与扩容', en: 'Load and capacity' }
const availability = { zh: '可用性', en: 'Availability' }
const core = { zh: '交易核心', en: 'Order core' }

export const tradePages: readonly Page[] = [
  {
    path: 'trade',
    title: core,
    permission: 'plan:read',
    nav: [{ section: 'trade', to: 'trade', title: core, icon: ThunderboltOutlined }],
    load: () => import('./core/core-page.tsx'),
  },
  {
    path: 'trade/orders',
    title: orders,
    permission: 'plan:read',
    nav: [{ section: 'trade', to: 'trade/orders', title: orders, icon: ShoppingOutlined }],
    load: () => import('./life/orders-page.tsx'),
  },
  {
    path: 'trade/launches',
    title: launches,
    permission: 'metrics:read',
    nav: [{ section: 'trade', to: 'trade/launches', title: launches, icon: RocketOutlined }],
    load: () => import('./launches/launches-page.tsx'),
  },
  {
    path: 'trade/load',
    title: load,
    permission: 'plan:read',
    nav: [{ section: 'trade', to: 'trade/load', title: load, icon: DashboardOutlined }],
    load: () => import('./load/load-page.tsx'),
  },
  {
    path: 'trade/availability',
    title: availability,
    permission: 'plan:read',
    nav: [{ section: 'trade', to: 'trade/availability', title: availability, icon: SafetyCertificateOutlined }],
    load: () => import('./availability/availability-page.tsx'),
  },
]
