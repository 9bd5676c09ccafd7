import type { FactWords } from './api-failure.ts'

/**
 * What a subject's path is called when somebody is told of it. A kind has one word or two; what follows it is the thing's name, up to
 * the next kind: `plans/2026/findings/gap` is finding gap of plan 2026.
 */
const THINGS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  accounts: ['账号', 'account'],
  'alert-library': ['预警模板', 'alert template'],
  'alert-quiet-times': ['免打扰时段', 'quiet time'],
  'alert-rules': ['预警规则', 'alert rule'],
  'alert-silences': ['静默', 'silence'],
  'alerts/incidents': ['预警事件', 'incident'],
  approvals: ['审批', 'approval'],
  benchmarks: ['对标', 'benchmark'],
  'calendar/occasions': ['日历节点', 'occasion'],
  'calendar/templates': ['日历模板', 'calendar template'],
  'campaign-templates': ['活动模板', 'campaign template'],
  campaigns: ['活动', 'campaign'],
  cases: ['案例', 'case'],
  changes: ['改动', 'change'],
  clocks: ['时钟', 'clock'],
  'contingency-library': ['预案模板', 'contingency template'],
  'contingency-plans': ['预案', 'contingency plan'],
  'contingency-runs': ['预案执行', 'contingency run'],
  'coupon-batches': ['优惠券批次', 'coupon batch'],
  'drill-lessons': ['演练教训', 'drill lesson'],
  drills: ['演练', 'drill'],
  editions: ['版本', 'edition'],
  'event-keys': ['接入密钥', 'event key'],
  events: ['官方活动', 'event'],
  findings: ['检查发现', 'finding'],
  games: ['互动玩法', 'game'],
  imports: ['导入任务', 'import'],
  initiatives: ['专项', 'initiative'],
  ladders: ['催办阶梯', 'ladder'],
  lines: ['行', 'line'],
  'load-reports': ['压测报告', 'load report'],
  mappings: ['列对应', 'column mapping'],
  members: ['成员', 'member'],
  'merchant-warnings': ['商家预警', 'merchant warning'],
  metrics: ['指标', 'metric'],
  milestones: ['里程碑', 'milestone'],
  'notice-channels': ['通知渠道', 'notice channel'],
  orders: ['订单', 'order'],
  pages: ['呼叫', 'page'],
  'partner-levels': ['合作伙伴等级', 'partner level'],
  partners: ['合作伙伴', 'partner'],
  'payment-providers': ['支付渠道', 'payment provider'],
  payments: ['支付单', 'payment'],
  pipelines: ['价格管道', 'price pipeline'],
  plans: ['计划', 'plan'],
  'playbook-library': ['打法模板', 'playbook template'],
  'playbook-runs': ['打法执行', 'playbook run'],
  playbooks: ['打法', 'playbook'],
  'price-proposals': ['调价申请', 'price proposal'],
  profiles: ['预算模板', 'budget profile'],
  'programme-kinds': ['项目类型', 'kind of programme'],
  programmes: ['项目', 'programme'],
  'promotion-orders': ['促销订单', 'promotion order'],
  promotions: ['促销方案', 'promotion'],
  questions: ['问题', 'question'],
  ranks: ['排名目标', 'rank goal'],
  readings: ['读数', 'reading'],
  releases: ['预备金动用', 'release of the reserve'],
  reports: ['报告', 'report'],
  'reports/notes': ['报告批注', 'note of a report'],
  retention: ['保留期限', 'retention rule'],
  'risk-library': ['评分卡模板', 'scorecard template'],
  'risk-scorecards': ['风控评分卡', 'risk scorecard'],
  rules: ['规则', 'rule'],
  sessions: ['登录', 'session'],
  skus: ['SKU', 'SKU'],
  stages: ['阶段', 'stage'],
  steps: ['步骤', 'step'],
  subsidies: ['补贴', 'subsidy'],
  surveys: ['问卷', 'survey'],
  'trade/items': ['交易商品', 'item on sale'],
  'trade/orders': ['交易订单', 'trade order'],
  uploads: ['上传文件', 'upload'],
  users: ['用户', 'user'],
  versions: ['版本', 'version'],
}

/** The kind that begins at `at`: the longest that is known. */
function kindAt(parts: readonly string[], at: number): string | undefined {
  const two = parts.slice(at, at + 2).join('/')
  return [two, parts[at] ?? ''].find((kind) => Object.hasOwn(THINGS, kind))
}

/** `campaigns/618` in words; what begins with no kind, and a kind without a name, is said as it is. */
export function thingWords(path: string): FactWords {
  const parts = path.split('/')
  const things: { zh: string; en: string; name: string[] }[] = []
  for (let at = 0; at < parts.length; ) {
    const kind = kindAt(parts, at)
    const open = things.at(-1)
    // Right after a kind comes its name, whatever that is.
    if (kind && (!open || open.name.length > 0)) {
      const [zh, en] = THINGS[kind] as readonly [string, string]
      things.push({ zh, en, name: [] })
      at += kind.split('/').length
    } else if (open) open.name.push(parts[at++] as string)
    else return { zh: path, en: path }
  }
  if (things.at(-1)?.name.length === 0) return { zh: path, en: path }
  const named = things.map(({ zh, en, name }) => ({ zh: `${zh} ${name.join('/')}`, en: `${en} ${name.join('/')}` }))
  return {
    zh: named.map(({ zh }) => zh).join(' 的'),
    en: named
      .map(({ en }) => en)
      .toReversed()
      .join(' of '),
  }
}
