import type { KeyScope, Store } from '@zhanggui/contract'
import { and, count, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { imports } from '../../data/schema.ts'
import { listEventKeys } from '../event-keys.ts'
import type { Connector } from './connector.ts'

async function keysOf(context: Context, { id }: Store, scope: KeyScope): Promise<number> {
  const keys = await listEventKeys(context, id)
  return keys.filter((key) => key.scope === scope && key.revokedAt === null).length
}

/** The demo shop's data was written by the simulator. */
const simulatedIn = ({ demo }: Store): number => (demo ? 1 : 0)

async function importsDone(context: Context, { id }: Store): Promise<number> {
  const done = and(eq(imports.store, id), eq(imports.state, 'done'), eq(imports.dryRun, false))
  const [row] = await context.records.db.select({ n: count() }).from(imports).where(done)
  return row?.n ?? 0
}

const DEMO = {
  zh: '演示店铺（zhanggui demo）写入同样的数据，由固定种子生成',
  en: 'The demo shop (zhanggui demo) writes the same data, drawn from a seed',
}

/** What comes in: nobody can be called by mistake, and nothing is accepted before a key is made or a file handed in. */
export const INCOMING_CONNECTORS: readonly Connector[] = [
  {
    id: 'events',
    nameZh: '行为事件接入',
    nameEn: 'Visitor events',
    direction: 'in',
    needs: { zh: '一把事件密钥，交给店铺自己的页面或小程序', en: "An event key for the shop's own pages or app" },
    simulator: DEMO,
    page: 'admin/event-keys',
    use: async (context, store) => ({
      real: await keysOf(context, store, 'events:write'),
      simulated: simulatedIn(store),
    }),
  },
  {
    id: 'orders',
    nameZh: '订单接入',
    nameEn: 'Orders from the shop’s systems',
    direction: 'in',
    needs: { zh: '一把下单密钥', en: 'A key that submits orders' },
    simulator: {
      zh: '压测（zhanggui load）按固定种子下单',
      en: 'The load test (zhanggui load) places orders drawn from a seed',
    },
    page: 'admin/event-keys',
    use: async (context, store) => ({ real: await keysOf(context, store, 'trade:write'), simulated: 0 }),
  },
  {
    id: 'reports',
    nameZh: '平台与广告报表（千牛、生意参谋、阿里妈妈等）',
    nameEn: 'Reports of the marketplace and of advertising',
    direction: 'in',
    needs: {
      zh: '从后台导出的文件；不登录平台，不抓取',
      en: 'Files exported there by a person; nothing is logged into or fetched',
    },
    simulator: DEMO,
    page: 'data/imports',
    use: async (context, store) => ({ real: await importsDone(context, store), simulated: simulatedIn(store) }),
  },
]
