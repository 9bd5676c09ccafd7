import {
  ApiOutlined,
  AuditOutlined,
  CheckSquareOutlined,
  CrownOutlined,
  FolderOpenOutlined,
  LaptopOutlined,
  LinkOutlined,
  PartitionOutlined,
  SafetyCertificateOutlined,
  ShopOutlined,
  ShoppingOutlined,
  SolutionOutlined,
  TeamOutlined,
  UsergroupAddOutlined,
} from '@ant-design/icons'
import type { Page } from '../../app/page.ts'

const partners = { zh: '合作方', en: 'Partners' }
const workspace = { zh: '合作工作台', en: 'Workspace' }
const staffing = { zh: '人员编制', en: 'People plan' }
const resources = { zh: '资料', en: 'Records' }
const stores = { zh: '店铺', en: 'Shops' }
const users = { zh: '用户', en: 'People' }
const sessions = { zh: '我的会话', en: 'My sessions' }
const eventKeys = { zh: '事件接入', en: 'Event keys' }
const connectors = { zh: '连接', en: 'Connections' }
const approvals = { zh: '审批', en: 'Approvals' }
const privacy = { zh: '个人数据', en: 'Personal data' }
const audit = { zh: '审计', en: 'Audit' }

export const adminPages: Page[] = [
  {
    path: 'admin/resources/:resource?',
    title: resources,
    permission: 'store:read',
    nav: [
      {
        section: 'settings',
        to: 'admin/resources/products',
        title: { zh: '商品', en: 'Products' },
        icon: ShoppingOutlined,
      },
      {
        section: 'settings',
        to: 'admin/resources/channels',
        title: { zh: '渠道', en: 'Channels' },
        icon: PartitionOutlined,
      },
      {
        section: 'settings',
        to: 'admin/resources/tiers',
        title: { zh: '会员等级', en: 'Member tiers' },
        icon: CrownOutlined,
      },
      {
        section: 'settings',
        to: 'admin/resources',
        title: { zh: '全部资料', en: 'All records' },
        icon: FolderOpenOutlined,
      },
    ],
    load: () => import('./resources/resource-page.tsx'),
  },
  {
    path: 'admin/partners',
    title: partners,
    permission: 'plan:read',
    nav: [{ section: 'settings', to: 'admin/partners', title: partners, icon: SolutionOutlined }],
    load: () => import('./partners/partners-page.tsx'),
  },
  {
    path: 'admin/partners/:partner',
    title: partners,
    permission: 'plan:read',
    nav: [],
    load: () => import('./partners/partner-page.tsx'),
  },
  {
    path: 'admin/partner-workspace',
    title: workspace,
    permission: 'partner:work',
    hiddenWith: 'plan:read',
    nav: [{ section: 'overview', to: 'admin/partner-workspace', title: workspace, icon: SolutionOutlined }],
    load: () => import('./partners/workspace-page.tsx'),
  },
  {
    path: 'admin/staffing',
    title: staffing,
    permission: 'plan:read',
    nav: [{ section: 'planning', to: 'admin/staffing', title: staffing, icon: UsergroupAddOutlined }],
    load: () => import('./staffing/staffing-page.tsx'),
  },
  {
    path: 'admin/stores',
    title: stores,
    permission: 'store:read',
    nav: [{ section: 'settings', to: 'admin/stores', title: stores, icon: ShopOutlined }],
    load: () => import('./stores/stores-page.tsx'),
  },
  {
    path: 'admin/users',
    title: users,
    permission: 'users:manage',
    nav: [{ section: 'settings', to: 'admin/users', title: users, icon: TeamOutlined }],
    load: () => import('./users/users-page.tsx'),
  },
  {
    path: 'admin/sessions',
    title: sessions,
    nav: [{ section: 'settings', to: 'admin/sessions', title: sessions, icon: LaptopOutlined }],
    load: () => import('./sessions/sessions-page.tsx'),
  },
  {
    path: 'admin/event-keys',
    title: eventKeys,
    permission: 'keys:manage',
    nav: [{ section: 'settings', to: 'admin/event-keys', title: eventKeys, icon: ApiOutlined }],
    load: () => import('./event-keys/event-keys-page.tsx'),
  },
  {
    path: 'admin/connectors',
    title: connectors,
    permission: 'store:manage',
    nav: [{ section: 'settings', to: 'admin/connectors', title: connectors, icon: LinkOutlined }],
    load: () => import('./connectors/connectors-page.tsx'),
  },
  {
    path: 'admin/approvals',
    title: approvals,
    permission: 'plan:read',
    nav: [{ section: 'settings', to: 'admin/approvals', title: approvals, icon: CheckSquareOutlined }],
    load: () => import('./approvals/approvals-page.tsx'),
  },
  {
    path: 'admin/privacy',
    title: privacy,
    permission: 'store:manage',
    nav: [{ section: 'settings', to: 'admin/privacy', title: privacy, icon: SafetyCertificateOutlined }],
    load: () => import('./privacy/privacy-page.tsx'),
  },
  {
    path: 'admin/audit',
    title: audit,
    permission: 'audit:read',
    nav: [{ section: 'settings', to: 'admin/audit', title: audit, icon: AuditOutlined }],
    load: () => import('./audit/audit-page.tsx'),
  },
]
